package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ch.meinkonto.form.SampleAnswers;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/**
 * Anna and her passkey, in a city in which the confirmation of residence asks for two factors: from
 * the middle of its form, too, she comes back to where she was.
 */
class PasskeyTest extends Journey {

  @Test
  void annaSetsUpAPasskeyLogsInByItAndRemovesIt() {
    try (var window = chromium.window(1280, 900, true)) {
      var finger = VirtualAuthenticator.in(window);
      window.open(city.portal().resolve("/registrieren"));
      var anna = entrance(window).register();
      declinesTheOffer(window, "**/konto");

      window.open(city.portal().resolve("/konto/passkeys"));
      window.check();
      setsUp(window, "**/konto/passkeys");
      assertThat(window.main()).containsText("Der Passkey ist eingerichtet");
      window.check();

      entrance(window).logOut();
      window.open(city.portal().resolve("/anmelden"));
      window.page().waitForURL("**/konto"); // the browser suggests it, and the finger is there
      entrance(window).logOut();

      unlocksNothing(window, finger);
      window.press("Mit Passkey anmelden");
      window.page().waitForURL("**/konto");
      entrance(window).logOut();

      confirmsByPasskey(window, finger, anna);
      removes(window);
    }
  }

  @Test
  void fromTheMiddleOfAFormAnnaGetsHerSecondFactorAndSends() {
    try (var window = chromium.window(390, 844, true)) {
      var finger = VirtualAuthenticator.in(window);
      toCheckPage(window);
      var answers = window.page().locator("dl").allInnerTexts();
      window.follow("Konto eröffnen");
      var anna = entrance(window).register();
      declinesTheOffer(window, "**/pruefen");

      assertThat(window.page().locator("form[action$='/senden']")).hasCount(0);
      window.check();
      window.follow("Weiter zur Bestätigung");
      window.page().waitForURL("**/konto/zweiter-faktor**");
      window.check();
      window.follow("Passkey einrichten");
      window.check();
      setsUp(window, "**/pruefen");

      org.assertj.core.api.Assertions.assertThat(window.page().locator("dl").allInnerTexts())
          .isEqualTo(answers);
      window.check();
      window.press("Antrag senden");
      window.page().waitForURL("**/bestaetigung");
      org.assertj.core.api.Assertions.assertThat(window.reference()).startsWith("MK-");

      withThePasskeyThatSheHas(window, finger, anna);
    }
  }

  /** The next time she is only asked for what is missing. */
  private void withThePasskeyThatSheHas(Window window, VirtualAuthenticator finger, String anna) {
    entrance(window).logOut();
    toCheckPage(window);
    finger.isTouched(false);
    window.page().locator("main a[href^='/anmelden']").click();
    entrance(window).logIn(anna);
    window.page().waitForURL("**/pruefen");
    window.follow("Weiter zur Bestätigung");
    window.page().waitForURL("**/anmelden/bestaetigen**");
    finger.isTouched(true);
    window.check();
    window.press("Mit Passkey bestätigen");
    window.page().waitForURL("**/pruefen");
    window.press("Antrag senden");
    window.page().waitForURL("**/bestaetigung");
  }

  private void unlocksNothing(Window window, VirtualAuthenticator finger) {
    finger.verifies(false);
    finger.isTouched(false);
    window.open(city.portal().resolve("/anmelden"));
    window.check();
    finger.isTouched(true);
    window.press("Mit Passkey anmelden");
    assertThat(window.page().locator("[data-status]"))
        .containsText("Es wurde kein Passkey verwendet.");
    window.check();
    finger.verifies(true);
  }

  private void confirmsByPasskey(Window window, VirtualAuthenticator finger, String anna) {
    finger.isTouched(false);
    window.open(city.portal().resolve("/anmelden"));
    entrance(window).logIn(anna);
    window.page().waitForURL("**/konto");
    window.open(city.portal().resolve("/konto/passkeys"));
    window.page().waitForURL("**/anmelden/bestaetigen**");
    window.check();
    finger.isTouched(true);
    window.press("Mit Passkey bestätigen");
    window.page().waitForURL("**/konto/passkeys");
  }

  private static void removes(Window window) {
    window.page().locator("summary", textOf("Entfernen")).click();
    window.check();
    window.press("Passkey entfernen");
    window.page().waitForURL("**/konto/passkeys");
    assertThat(window.main()).containsText("Sie haben noch keinen Passkey");
    window.check();
  }

  private static com.microsoft.playwright.Page.LocatorOptions textOf(String text) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
  }

  private static void setsUp(Window window, String next) {
    window.press("Passkey einrichten");
    window.page().waitForURL(next);
  }

  private static void declinesTheOffer(Window window, String next) {
    window.page().waitForURL("**/konto/passkeys/angebot**");
    assertThat(window.main()).containsText("Nächstes Mal ohne Passwort?");
    window.check();
    window.follow("Später, weiter ohne Passkey");
    window.page().waitForURL(next);
  }

  private Entrance entrance(Window window) {
    return new Entrance(city, window);
  }

  private void toCheckPage(Window window) {
    window.open(city.portal().resolve("/dienste/" + CityCopy.TWO_FACTORS));
    window.press("Jetzt starten");
    var form = CityForms.of(CityCopy.TWO_FACTORS);
    var now = ZonedDateTime.now(ZoneId.of("Europe/Zurich"));
    new WindowFilling(window, form, SampleAnswers.of(form, now, 3)).toCheckPage();
  }
}
