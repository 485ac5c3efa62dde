package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Anna signs in to applications that stand on other people's libraries: {@code openid-client} on
 * Node.js, and Spring Security. What these accept, they have verified.
 */
class RelyingPartiesTest extends Journey {

  private static final String TWO_FACTORS = "urn:mein-konto:acr:two-factors";

  private final OwnApplication onNode =
      OwnApplication.of("klassenliste", "schulamt", "/zurueck", "/abgemeldet", "required");
  private final OwnApplication onSpring =
      OwnApplication.of(
          "orchester",
          "musikschule",
          SpringRelyingParty.BACK,
          SpringRelyingParty.ENDED,
          "optional");

  private NodeRelyingParty node;
  private ConfigurableApplicationContext spring;

  @Override
  RunningCity enter() throws IOException {
    var copy = CityCopy.with("sso.yaml", text -> text + onNode.entry() + onSpring.entry());
    return RunningCity.start(Map.of("CITY_DIR", copy.toString()));
  }

  @BeforeAll
  void startApplications() throws IOException {
    node = NodeRelyingParty.start(onNode, city.portal());
    spring = SpringRelyingParty.start(onSpring, city.portal());
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
      logsOut(window);
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

  private void logsOut(Window window) {
    open(window, "/abmelden");
    window.page().waitForURL(node.address() + "/?state=auf%20Wiedersehen");
    assertThat(text(window)).isEqualTo("{\"away\":false}");
    window.open(city.portal().resolve("/konto"));
    window.page().waitForURL("**/anmelden");

    open(window, "/anmelden"); // the browser suggests her passkey, and the finger is there
    guest(window);
    new Entrance(city, window).logOut();
    Waiting.untilTrue(
        "the application to hear of it",
        () -> {
          open(window, "/");
          return text(window).equals("{\"away\":false}");
        });
  }

  @Test
  void springSignsHerInAndHearsThatSheLoggedOut() {
    try (var window = chromium.window(390, 844, false)) {
      var home = SpringRelyingParty.home(spring);
      var begin = home.resolve("/oauth2/authorization/mein-konto");
      window.open(home.resolve(SpringRelyingParty.BACK + "?code=x&state=y"));
      assertThat(window.path()).isEqualTo("/login");

      window.open(begin);
      window.follow("Konto eröffnen");
      var anna = new Entrance(city, window).register();
      window.press("Einverstanden");
      assertThat(text(window))
          .contains("name=Anna Bernasconi-Oberholzer", "email=" + anna)
          .contains("acr=urn:mein-konto:acr:login", "amr=[pwd]");

      window.open(home.resolve("/oauth2/authorization/mein-konto?max_age=0"));
      window.page().locator("[name=password]").fill(Entrance.PASSWORD);
      window.press("Bestätigen");
      assertThat(text(window)).contains("email=" + anna);

      new Entrance(city, window).logOut();
      Waiting.untilTrue(
          "the application to hear of it",
          () -> {
            window.open(home);
            return text(window).equals("niemand");
          });

      window.open(begin);
      new Entrance(city, window).logIn(anna);
      assertThat(text(window)).contains("email=" + anna);
      window.open(home.resolve("/abmelden"));
      assertThat(text(window)).isEqualTo("niemand");
      window.open(city.portal().resolve("/konto"));
      assertThat(window.path()).isEqualTo("/anmelden");
    }
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
  void endApplications() {
    if (node != null) {
      node.close();
    }
    if (spring != null) {
      spring.close();
    }
  }
}
