package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Anna confirms by the app on her phone, until the phone is gone. */
class RecoveryTest extends Journey {

  private static final String PROTECTED = "/konto/email";

  @Test
  void annaLosesHerPhoneAndHasHerAccountBack() {
    try (var window = chromium.window(390, 844, true)) {
      var anna = registers(window);
      var phone = setsUpHerApp(window);
      var code = keepsCodes(window);

      comesBackAnotherDay(window, anna);
      window.open(city.portal().resolve(PROTECTED));
      window.page().waitForURL("**/anmelden/bestaetigen**");
      window.check();
      field(window, "code").fill(phone.code(0));
      window.press("Bestätigen");
      window.page().waitForURL("**" + PROTECTED);

      comesBackAnotherDay(window, anna);
      window.open(city.portal().resolve(PROTECTED));
      window.follow("Ich habe das Gerät nicht mehr");
      recovers(window, anna, code);
      setsUpHerApp(window);
    }
  }

  private void recovers(Window window, String anna, String code) {
    window.check();
    window.press("Code schicken");
    window.page().waitForURL("**/konto-wiederherstellen/code");
    window.check();
    field(window, "code").fill(new Mailbox(city.surroundings()).longCode(anna));
    field(window, "recovery").fill(code);
    field(window, "password").fill("lampe regen donnerstag");
    window.press("Konto wiederherstellen");
    window.page().waitForURL("**/konto/zweiter-faktor");
    assertThat(window.page().locator("main")).containsText("Ihr Konto ist wiederhergestellt");
    window.check();
  }

  private PhoneApp setsUpHerApp(Window window) {
    window.open(city.portal().resolve("/konto/zweiter-faktor"));
    window.follow("App einrichten");
    window.check();
    window.press("App einrichten");
    window.page().waitForURL("**/konto/authenticator/neu");
    window.check();
    var address = window.page().locator("a[href^='otpauth:']").getAttribute("href");
    var phone = PhoneApp.scan(address);
    field(window, "code").fill(phone.code(1));
    window.press("Bestätigen");
    window.page().waitForURL("**/konto/authenticator");
    assertThat(window.page().locator("main")).containsText("Ihre App ist eingerichtet");
    window.check();
    return phone;
  }

  /** The first of those that she writes down. */
  private static String keepsCodes(Window window) {
    window.follow("Codes erstellen");
    window.check();
    window.press("Codes erstellen");
    var codes = window.page().locator(".codes li");
    assertThat(codes).hasCount(10);
    window.check();
    return codes.first().innerText();
  }

  private String registers(Window window) {
    window.open(city.portal().resolve("/registrieren"));
    var email = new Entrance(city, window).register();
    window.page().waitForURL("**/konto**");
    return email;
  }

  private void comesBackAnotherDay(Window window, String email) {
    var entrance = new Entrance(city, window);
    entrance.logOut();
    window.open(city.portal().resolve("/anmelden"));
    entrance.logIn(email);
    window.page().waitForURL("**/konto");
  }

  private static Locator field(Window window, String name) {
    return window.page().locator("main [name=" + name + "]");
  }
}
