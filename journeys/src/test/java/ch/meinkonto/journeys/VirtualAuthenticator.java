package ch.meinkonto.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

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

  private void set(String method, String what, boolean value) {
    var arguments = new JsonObject();
    arguments.addProperty("authenticatorId", id);
    arguments.addProperty(what, value);
    session.send(method, arguments);
  }
}
