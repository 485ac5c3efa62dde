package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Anna at her computer, with her phone beside it; and later without the phone. */
class AccessTest extends Journey {

  @Test
  void annaConnectsHerPhoneLogsInWithItRefusesAStrangerAndLosesIt() {
    try (var computer = chromium.window(1280, 900, true);
        var phone = chromium.window(390, 844, true);
        var stranger = chromium.window(1280, 900, true)) {
      VirtualAuthenticator.in(phone);
      var anna = new Entrance(city, computer).openAccount();
      new Keyring(city, computer).access(phone);

      new Entrance(city, computer).logOut();
      asks(computer, anna);
      Keyring.approves(phone, computer);
      computer.page().waitForURL("**/konto/export");

      asks(stranger, anna);
      phone.page().locator("[name=number]").waitFor();
      phone.press("Das war ich nicht");
      assertThat(phone.main()).containsText("Niemand ist in Ihr Konto gekommen.");
      assertThat(stranger.main()).containsText("Nicht bestätigt");
      stranger.check();

      loses(computer, phone);
    }
  }

  @Test
  void annasPhoneIsWokenAndSaysSoWhenItCannotBe() {
    try (var computer = chromium.window(1280, 900, true);
        var phone = chromium.window(390, 844, true)) {
      VirtualAuthenticator.in(phone);
      new Entrance(city, computer).openAccount();
      new Keyring(city, computer).access(phone);
      var waking = new Waking(phone.page());

      assertThat(phone.main()).containsText("Soll sich diese App melden");
      phone.check();
      phone.press("Benachrichtigungen einschalten"); // no push service can be reached from here
      assertThat(phone.page().getByText("Das hat nicht geklappt")).isVisible();

      waking.wake(city.portal());
      assertEquals("Möchten Sie sich anmelden? Tippen Sie hier, um zu antworten.", waking.notice());
    }
  }

  private void asks(Window window, String anna) {
    window.open(city.portal().resolve("/anmelden?weiter=%2Fkonto%2Fexport"));
    window.follow("Mit Access anmelden");
    window.page().locator("[name=email]").fill(anna);
    window.check();
    window.press("Weiter");
    window.check();
  }

  private void loses(Window computer, Window phone) {
    computer.open(city.portal().resolve("/konto/access"));
    computer.page().locator("summary").last().click();
    computer.press("Handy trennen");
    assertThat(computer.main()).containsText("Sie haben noch kein Handy verbunden");
    assertThat(phone.main()).containsText("Willkommen bei Access");
  }
}
