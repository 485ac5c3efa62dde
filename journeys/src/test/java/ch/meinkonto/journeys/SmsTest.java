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
      var entrance = new Entrance(city, window);
      var anna = entrance.openAccount();
      var phone = new Keyring(city, window).number();

      entrance.comeBackAnotherDay(anna);
      window.open(city.portal().resolve(PROTECTED));
      window.page().waitForURL("**/anmelden/bestaetigen**");
      window.check();
      window.press("Code per SMS senden");
      window.page().waitForURL("**/anmelden/bestaetigen/sms**");
      window.check();
      window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      window.check();
      window.press("Noch einmal senden");
      assertThat(window.main()).containsText("Es gilt nur der neuste Code");

      field(window, "code").fill(phone.code(3));
      window.press("Bestätigen");
      window.page().waitForURL("**" + PROTECTED);
    }
  }

  @Test
  void annaSeesWhatCameOnAllPhonesOfTheDemo() {
    try (var window = chromium.window(1280, 900, false)) {
      new Entrance(city, window).openAccount();
      var phone = new Keyring(city, window).number();

      window.open(city.surroundings());
      window.follow("Telefon");
      assertThat(window.main()).containsText(phone.typed().substring(1));
    }
  }

  private static Locator field(Window window, String name) {
    return window.page().locator("main [name=" + name + "]");
  }
}
