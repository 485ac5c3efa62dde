package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Anna has an old phone, and confirms by codes that come by SMS. */
class SmsTest extends Journey {

  private static final String PROTECTED = "/konto/email";

  @Test
  void annaConfirmsByACodeOnHerPhone() {
    try (var window = chromium.window(390, 844, true)) {
      var anna = registers(window);
      var phone = Phone.of(city.surroundings());
      setsUpHerNumber(window, phone);

      comesBackAnotherDay(window, anna);
      window.open(city.portal().resolve(PROTECTED));
      window.page().waitForURL("**/anmelden/bestaetigen**");
      window.check();
      window.press("Code per SMS senden");
      window.page().waitForURL("**/anmelden/bestaetigen/sms**");
      window.check();
      window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      window.check();
      window.press("Noch einmal senden");
      assertThat(window.page().locator("main")).containsText("Es gilt nur der neuste Code");

      field(window, "code").fill(phone.code(3));
      window.press("Bestätigen");
      window.page().waitForURL("**" + PROTECTED);
    }
  }

  @Test
  void annaSeesWhatCameOnAllPhonesOfTheDemo() {
    try (var window = chromium.window(1280, 900, false)) {
      registers(window);
      var phone = Phone.of(city.surroundings());
      setsUpHerNumber(window, phone);

      window.open(city.surroundings());
      window.follow("Telefon");
      assertThat(window.page().locator("main")).containsText(phone.number());
    }
  }

  private void setsUpHerNumber(Window window, Phone phone) {
    window.open(city.portal().resolve("/konto/zweiter-faktor"));
    window.follow("Nummer einrichten");
    assertThat(window.page().locator("main")).containsText("SMS ist der schwächste Weg");
    window.check();
    field(window, "number").fill(phone.typed());
    window.press("Code per SMS senden");
    window.page().waitForURL("**/konto/sms/code");
    window.check();
    field(window, "code").fill(phone.code(1));
    window.press("Bestätigen");
    window.page().waitForURL("**/konto/sms");
    assertThat(window.page().locator("main")).containsText("+41 78 … ");
    window.check();
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
