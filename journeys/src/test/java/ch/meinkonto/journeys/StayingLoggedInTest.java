package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A login that ends while somebody is away takes nothing along that they have written. */
class StayingLoggedInTest extends Journey {

  private String email;

  @BeforeAll
  void somebodyHasAnAccount() {
    try (var window = chromium.window(390, 844, true)) {
      window.open(city.portal().resolve("/registrieren"));
      email = new Entrance(city, window).register();
      window.page().waitForURL("**/konto**");
    }
  }

  @Test
  void whoIsWarnedStays() {
    try (var window = chromium.window(390, 844, true)) {
      logIn(window);
      window.page().clock().install();
      window.open(city.portal().resolve("/konto/kontakt"));
      window.page().clock().fastForward("25:00");
      assertThat(dialog(window)).isHidden();

      window.page().clock().fastForward("01:30");
      assertThat(dialog(window)).containsText("Sind Sie noch da?");
      window.check();
      window.press("Angemeldet bleiben");

      assertThat(dialog(window)).isHidden();
      window.page().clock().fastForward("10:00");
      assertThat(dialog(window)).isHidden();
    }
  }

  @Test
  void whoCameTooLateLogsInBesideAndLosesNothing() {
    try (var window = chromium.window(1280, 900, true)) {
      logIn(window);
      window.page().clock().install();
      window.open(city.portal().resolve("/konto/kontakt"));
      window.page().locator("#phone").fill("044 333 44 55");
      window.page().context().clearCookies();
      window.page().clock().fastForward("31:00");
      assertThat(dialog(window)).containsText("Sie sind abgemeldet");
      window.check();

      var beside = window.page().waitForPopup(() -> window.follow("Anmelden"));
      beside.locator("[name=email]").fill(email);
      beside.locator("[name=password]").fill(Entrance.PASSWORD);
      beside.locator("main form button[type=submit]:visible").first().click();
      beside.waitForURL("**/konto");

      assertThat(dialog(window)).isHidden();
      assertThat(window.page().locator("#phone")).hasValue("044 333 44 55");
      window.page().locator("main form button[type=submit]").first().click();
      window.page().waitForURL("**/konto");
      assertThat(window.main()).containsText("+41 44 333 44 55");
    }
  }

  private void logIn(Window window) {
    window.open(city.portal().resolve("/anmelden"));
    new Entrance(city, window).logIn(email);
    window.page().waitForURL("**/konto");
  }

  private static Locator dialog(Window window) {
    return window.page().locator("dialog");
  }
}
