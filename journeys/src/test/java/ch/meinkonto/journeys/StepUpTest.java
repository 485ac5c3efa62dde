package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ch.meinkonto.form.SampleAnswers;
import com.microsoft.playwright.Locator;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/**
 * Anna has everything that proves who she is. From the check page of a form that asks for two
 * factors she is asked for what is missing, whichever she takes, and comes back to that very page.
 */
class StepUpTest extends Journey {

  @Test
  void fromTheCheckPageAnnaConfirmsByWhateverSheTakes() {
    try (var window = chromium.window(1280, 900, true);
        var phone = chromium.window(390, 844, true)) {
      VirtualAuthenticator.in(phone);
      var keyring = new Keyring(city, window);
      var anna = new Entrance(city, window).openAccount();
      var app = keyring.app();
      var code = keyring.recoveryCode();
      var number = keyring.number();
      keyring.access(phone);
      keyring.outsideLogin("CHIARA");

      comesToTheCheckPage(window, anna);
      field(window, "code").fill(app.code(0));
      window.press("Bestätigen");
      sends(window);

      comesToTheCheckPage(window, anna);
      window.press("Code per SMS senden");
      window.page().waitForURL("**/anmelden/bestaetigen/sms**");
      field(window, "code").fill(number.code(2));
      window.press("Bestätigen");
      sends(window);

      comesToTheCheckPage(window, anna);
      window.page().getByText("Mit einem Wiederherstellungscode bestätigen").click();
      field(window, "recovery").fill(code);
      window.page().locator("form[action*='wiederherstellungscode'] button").click();
      sends(window);

      comesToTheCheckPage(window, anna);
      window.press("Mit Access bestätigen");
      window.page().waitForURL("**/anmelden/access/warten**");
      window.check();
      Keyring.approves(phone, window);
      sends(window);

      comesToTheCheckPage(window, anna);
      window.press("Mit verbundenem Login bestätigen");
      keyring.saysWhoSheIs("CHIARA", "TWO_STEPS", "NONE");
      sends(window);
    }
  }

  /** Logged in by password only, with a form that is filled in; asked for what is missing. */
  private void comesToTheCheckPage(Window window, String anna) {
    var entrance = new Entrance(city, window);
    entrance.logOut();
    window.open(city.portal().resolve("/dienste/" + CityCopy.TWO_FACTORS));
    window.press("Jetzt starten");
    var form = CityForms.of(CityCopy.TWO_FACTORS);
    var now = ZonedDateTime.now(ZoneId.of("Europe/Zurich"));
    new WindowFilling(window, form, SampleAnswers.of(form, now, 3)).toCheckPage();
    window.page().locator("main a[href^='/anmelden']").click();
    entrance.logIn(anna);
    window.page().waitForURL("**/pruefen");
    window.follow("Weiter zur Bestätigung");
    window.page().waitForURL("**/anmelden/bestaetigen**");
    window.check();
  }

  private static void sends(Window window) {
    window.page().waitForURL("**/pruefen");
    window.press("Antrag senden");
    window.page().waitForURL("**/bestaetigung");
    assertThat(window.main()).containsText("MK-");
  }

  private static Locator field(Window window, String name) {
    return window.page().locator("main [name=" + name + "]");
  }
}
