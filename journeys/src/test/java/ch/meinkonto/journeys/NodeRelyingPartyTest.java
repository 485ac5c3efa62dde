package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Anna signs in to an application that is not Java and stands on other people's library, {@code
 * openid-client}. What that accepts, it has verified.
 */
class NodeRelyingPartyTest extends Journey {

  private static final String TWO_FACTORS = "urn:mein-konto:acr:two-factors";

  private NodeRelyingParty node;

  @BeforeAll
  void startApplication() throws IOException {
    node = NodeRelyingParty.start(OwnApplication.CLASS_LIST, city.portal());
  }

  @Test
  void openidClientSignsHerInAsksForMoreAndLogsHerOut() {
    try (var window = chromium.window(1280, 900, true)) {
      var finger = VirtualAuthenticator.in(window);
      open(window, "/anmelden?login_hint=anna@example.org");
      window.page().waitForURL("**/anmelden?**");
      assertThat(window.page().locator("[name=email]").inputValue()).isEqualTo("anna@example.org");
      window.check();
      window.follow("Konto eröffnen");
      var anna = new Entrance(city, window).register();
      window.follow("Später, weiter ohne Passkey");
      window.press("Einverstanden");

      var guest = guest(window);
      assertThat(guest.at("/claims/acr").asString()).isEqualTo("urn:mein-konto:acr:login");
      assertThat(guest.at("/claims/amr/0").asString()).isEqualTo("pwd");
      assertThat(guest.at("/info/name").asString()).isEqualTo("Anna Bernasconi-Oberholzer");
      assertThat(guest.at("/info/email").asString()).isEqualTo(anna);
      assertThat(guest.at("/info/sub")).isEqualTo(guest.at("/claims/sub"));
      assertThat(guest.at("/away").asBoolean()).isTrue();

      open(window, "/erneuern");
      assertThat(guest(window).at("/info/email").asString()).isEqualTo(anna);
      provesMore(window, finger, guest);
      isNotFooled(window);
      takesItBack(window);
      logsOut(window, finger);
    }
  }

  private void provesMore(Window window, VirtualAuthenticator finger, JsonNode before) {
    window.open(city.portal().resolve("/konto/passkeys"));
    window.press("Passkey einrichten");
    window.page().getByText("Der Passkey ist eingerichtet").waitFor();
    finger.isTouched(false);
    open(window, "/anmelden?max_age=0");
    window.page().waitForURL("**/anmelden/bestaetigen**");
    finger.isTouched(true);
    window.press("Mit Passkey bestätigen");

    var guest = guest(window);
    assertThat(guest.at("/claims/sub")).isEqualTo(before.at("/claims/sub"));
    assertThat(guest.at("/claims/acr").asString()).isEqualTo("phr");
    assertThat(guest.at("/claims/auth_time").asLong())
        .isGreaterThan(before.at("/claims/auth_time").asLong());
    open(window, "/anmelden?acr_values=" + TWO_FACTORS);
    assertThat(guest(window).at("/claims/acr").asString()).isEqualTo(TWO_FACTORS);
  }

  /** Answers that do not belong to what it asked, and a request that was not pushed. */
  private void isNotFooled(Window window) {
    Map.of(
            "expectedState", "OAUTH_INVALID_RESPONSE",
            "expectedNonce", "OAUTH_JWT_CLAIM_COMPARISON_FAILED",
            "iss", "OAUTH_INVALID_RESPONSE",
            "pkceCodeVerifier", "invalid_grant",
            "plain", "invalid_request")
        .forEach((mistake, fault) -> {
          open(window, "/anmelden?mistake=" + mistake);
          window.page().waitForURL(node.address() + "/zurueck**");
          assertThat(text(window)).startsWith(fault + ":");
        });
  }

  private void takesItBack(Window window) {
    window.open(city.portal().resolve("/konto/anwendungen"));
    window.page().getByText("Verbindung aufheben").first().click();
    window.page().locator("form[action$='/trennen'] button").click();
    window.page().getByText("Die Verbindung ist aufgehoben").waitFor();
    awaitSignedOut(window);
    open(window, "/erneuern");
    assertThat(text(window)).startsWith("invalid_grant:");

    open(window, "/anmelden");
    window.press("Ablehnen");
    window.page().waitForURL(node.address() + "/zurueck**");
    assertThat(text(window)).startsWith("access_denied:");
    open(window, "/anmelden");
    window.press("Einverstanden");
    guest(window);
  }

  private void logsOut(Window window, VirtualAuthenticator finger) {
    finger.isTouched(false); // or the login page lets her in again while it is still loading
    open(window, "/abmelden");
    window.page().waitForURL(node.address() + "/?state=auf%20Wiedersehen");
    assertThat(text(window)).isEqualTo("{\"away\":false}");
    window.open(city.portal().resolve("/konto"));
    window.page().waitForURL("**/anmelden");
    open(window, "/anmelden?prompt=none");
    assertThat(text(window)).startsWith("login_required:");

    finger.isTouched(true);
    open(window, "/anmelden"); // the browser suggests her passkey
    guest(window);
    new Entrance(city, window).logOut();
    awaitSignedOut(window);
  }

  private void awaitSignedOut(Window window) {
    Waiting.untilTrue(
        "the application to hear of it",
        () -> {
          open(window, "/");
          return text(window).equals("{\"away\":false}");
        });
  }

  private void open(Window window, String path) {
    window.open(node.address().resolve(path));
  }

  private JsonNode guest(Window window) {
    window.page().waitForURL(node.address() + "/");
    return JsonMapper.shared().readTree(text(window));
  }

  private static String text(Window window) {
    return window.page().locator("body").innerText().strip();
  }

  @AfterAll
  void endApplication() {
    if (node != null) {
      node.close();
    }
  }
}
