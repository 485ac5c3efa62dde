package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Anna is logged in at several places, and ends what she does not want. */
class DevicesTest extends Journey {

  @Test
  void annaEndsOneThenAllOthersAndThenWhatWasNotHer() {
    try (var desk = chromium.window(1280, 900, true);
        var phone = chromium.window(390, 844, true);
        var stranger = chromium.window(1280, 900, true)) {
      var anna = new Entrance(city, desk).openAccount();
      logsIn(phone, anna);

      devices(desk);
      desk.check();
      desk.page().locator("main form[action$='/abmelden'] button").first().click();
      assertThat(desk.page().locator("body")).containsText("Dieses Gerät ist abgemeldet.");
      isOut(phone);

      logsIn(phone, anna);
      logsIn(stranger, anna);
      devices(phone);
      phone.check();
      phone.press("Überall sonst abmelden");
      isOut(desk);
      isOut(stranger);

      logsIn(stranger, anna);
      devices(phone);
      phone.press("Das war ich nicht");
      phone.page().waitForURL("**/konto/passwort");
      phone.check();
      isOut(stranger);
    }
  }

  private void logsIn(Window window, String anna) {
    window.open(city.portal().resolve("/anmelden"));
    new Entrance(city, window).logIn(anna);
    window.page().waitForURL("**/konto");
  }

  private void devices(Window window) {
    window.open(city.portal().resolve("/konto/geraete"));
  }
}
