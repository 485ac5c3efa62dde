package ch.meinkonto.journeys;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/**
 * What unlocks passkeys on the window's device, without a hand (Chrome DevTools Protocol, domain
 * WebAuthn).
 */
final class VirtualAuthenticator {

  private final CDPSession session;
  private final String id;

  private VirtualAuthenticator(CDPSession session, String id) {
    this.session = session;
    this.id = id;
  }

  /** Builds one into the device: it keeps passkeys, and its owner has a finger on it. */
  static VirtualAuthenticator in(Window window) {
    var session = window.page().context().newCDPSession(window.page());
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var arguments = new JsonObject();
    arguments.add("options", options);
    var added = session.send("WebAuthn.addVirtualAuthenticator", arguments);
    return new VirtualAuthenticator(session, added.get("authenticatorId").getAsString());
  }

  /** Whether it knows its owner's finger. */
  void verifies(boolean verifies) {
    set("WebAuthn.setUserVerified", "isUserVerified", verifies);
  }

  /** Whether somebody touches it when it asks. */
  void isTouched(boolean touched) {
    set("WebAuthn.setAutomaticPresenceSimulation", "enabled", touched);
  }

  /** A browser that was tampered with asks once for no finger, face or PIN. */
  static void isNotAskedToVerify(Window window) {
    window
        .page()
        .route(
            "**/optionen",
            route -> {
              var options = route.fetch();
              var fewer = options.text().replace("\"required\"", "\"discouraged\"");
              route.fulfill(new Route.FulfillOptions().setResponse(options).setBody(fewer));
            },
            new Page.RouteOptions().setTimes(1));
  }

  /** What it keeps, as somebody copies it who has got at the device. */
  JsonArray copied() {
    return session.send("WebAuthn.getCredentials", self()).getAsJsonArray("credentials");
  }

  /** Keeps, from now on, what was copied elsewhere. */
  void keeps(JsonArray copied) {
    for (var credential : copied) {
      var arguments = self();
      arguments.add("credential", credential);
      session.send("WebAuthn.addCredential", arguments);
    }
  }

  private JsonObject self() {
    var arguments = new JsonObject();
    arguments.addProperty("authenticatorId", id);
    return arguments;
  }

  private void set(String method, String what, boolean value) {
    var arguments = self();
    arguments.addProperty(what, value);
    session.send(method, arguments);
  }
}
