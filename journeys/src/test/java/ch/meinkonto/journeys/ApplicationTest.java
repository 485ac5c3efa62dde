package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Anna comes by a service into the unit's own application, and back out of both. */
class ApplicationTest extends Journey {

  @Test
  void annaOpensTheMusicSchoolsApplicationAlreadySignedInAndLogsOutOfBoth() {
    try (var window = chromium.window(390, 844, true)) {
      window.open(city.portal().resolve("/dienste/musikunterricht"));
      window.check();
      window.follow("Anmelden und öffnen");
      window.page().waitForURL("**/anmelden?**");
      window.follow("Konto eröffnen");
      new Entrance(city, window).register();
      goesPastTheOffer(window);

      window.page().waitForURL("**/sso/authorize**");
      window.check();
      window.press("Einverstanden");
      window.page().waitForURL(city.surroundings() + "/anwendungen/musikschule-online/");
      assertThat(body(window)).containsText("Guten Tag, Anna Bernasconi-Oberholzer.");

      window.follow("Abmelden");
      window.page().waitForURL(city.surroundings() + "/anwendungen/musikschule-online/");
      assertThat(body(window)).containsText("Melden Sie sich an");
      window.open(city.portal().resolve("/konto"));
      window.page().waitForURL("**/anmelden");
    }
  }

  /** A browser that can make passkeys is offered one; she wants to go on. */
  private static void goesPastTheOffer(Window window) {
    var later = window.page().getByText("Später, weiter ohne Passkey");
    later.or(window.page().getByText("Einverstanden")).first().waitFor();
    if (later.count() > 0) {
      later.click();
    }
  }

  private static Locator body(Window window) {
    return window.page().locator("body");
  }
}
