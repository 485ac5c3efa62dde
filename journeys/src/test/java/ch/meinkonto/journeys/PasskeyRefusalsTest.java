package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna has a passkey, and is logged out. What proves nothing lets nobody in, and is told so. */
class PasskeyRefusalsTest extends Journey {

  private static final String REFUSED = "Dieser Passkey wurde nicht erkannt.";
  private static final String USE = "Mit Passkey anmelden";
  private static final String OPTIONS = "/anmelden/passkey/optionen";

  /** What a page does that imitates the portal: asks for a passkey in the portal's name. */
  private static final String ANSWER =
      """
      async (options) => {
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
        return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
      }
      """;

  private static final String HAND_IN =
      """
      (answer) => {
        const form = document.querySelector("form[action^='/anmelden/passkey']");
        form.elements.answer.value = answer;
        form.submit();
      }
      """;

  private static final String SUGGEST_NOTHING =
      """
      if (window.PublicKeyCredential)
        PublicKeyCredential.isConditionalMediationAvailable = async () => false;
      """;

  private Window window;
  private VirtualAuthenticator finger;
  private String anna;

  @BeforeEach
  void annaHasAPasskey() {
    window = chromium.window(1280, 900, true);
    finger = device(window);
    anna = new Entrance(city, window).openAccount();
    window.open(city.portal().resolve("/konto/passkeys"));
    window.press("Passkey einrichten");
    assertThat(window.main()).containsText("Der Passkey ist eingerichtet");
    new Entrance(city, window).logOut();
    login(window);
  }

  @AfterEach
  void leave() {
    window.close();
  }

  @Test
  void aDeviceThatDoesNotRecogniseAnnaLetsNobodyIn() {
    finger.verifies(false);
    window.press(USE);
    assertThat(window.main()).containsText("Es wurde kein Passkey verwendet.");
    window.check();

    VirtualAuthenticator.isNotAskedToVerify(window);
    window.press(USE);

    refuses(window);
  }

  @Test
  void anImitationAtAnotherAddressGetsNothingThatOpensTheAccount() {
    try (var thief = chromium.window(1280, 900, true)) {
      login(thief);
      var options = thief.page().evaluate("path => fetch(path).then(it => it.text())", OPTIONS);

      // the same machine at another port: the browser lets Anna use her passkey there
      window.open(city.surroundings());
      handIn(thief, window.page().evaluate(ANSWER, options));

      refuses(thief);
    }
  }

  @Test
  void underAnotherNameThePortalSaysWhereThePasskeyIsGood() {
    window.open(URI.create("http://127.0.0.1:" + city.portal().getPort() + "/anmelden"));
    window.press(USE);

    assertThat(window.main()).containsText("Ihr Passkey gilt nur unter localhost.");
    window.check();
    window.page().navigate("http://127.0.0.1:" + city.portal().getPort() + "/konto");
    window.page().waitForURL("**/anmelden");
  }

  @Test
  void whatOnceLetAnnaInLetsNobodyInAgain() {
    var browser = window.page().context().cookies();
    var sent = window.page().waitForRequest("**/anmelden/passkey", () -> window.press(USE));
    window.page().waitForURL("**/konto");
    var answer = sent.postData().replaceFirst("(?:^|.*&)answer=([^&]*).*", "$1");
    new Entrance(city, window).logOut();

    window.page().context().clearCookies();
    window.page().context().addCookies(browser); // all that it was asked with
    login(window);
    handIn(window, URLDecoder.decode(answer, StandardCharsets.UTF_8));

    refuses(window);
  }

  @Test
  void aCopyCountsBackwardsAndAnnaIsToldOfIt() {
    var copied = finger.copied();
    window.press(USE);
    window.page().waitForURL("**/konto");

    try (var thief = chromium.window(1280, 900, true)) {
      device(thief).keeps(copied);
      login(thief);
      thief.press(USE);

      refuses(thief);
    }
    var mail = new Mailbox(city.surroundings()).newest(anna);
    org.assertj.core.api.Assertions.assertThat(mail.path("subject").asString())
        .contains("Kopie Ihres Passkeys");
    window.open(city.portal().resolve("/datenprotokoll"));
    assertThat(window.main()).containsText("vielleicht die Kopie eines Ihrer Passkeys verwendet");
  }

  private static void handIn(Window window, Object answer) {
    window.page().evaluate(HAND_IN, answer);
  }

  private void login(Window who) {
    who.open(city.portal().resolve("/anmelden"));
  }

  /** In a browser that suggests no passkey by itself, so that each try is somebody's own. */
  private static VirtualAuthenticator device(Window who) {
    who.page().addInitScript(SUGGEST_NOTHING);
    return VirtualAuthenticator.in(who);
  }

  /** The page says that it was of no use, and the account is closed. */
  private void refuses(Window who) {
    assertThat(who.main()).containsText(REFUSED);
    who.check();
    isOut(who);
  }
}
