package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Olga plans a rush; Maya on her phone and Urs without script wait, and then go on. */
class RushTest extends Journey {

  private static final String SERVICE = "fundsache";
  private static final String START = "Jetzt starten";

  @Test
  void theyWaitUntilItOpensAndGoOnByThemselves() {
    try (var olga = chromium.window(1280, 900, true);
        var maya = chromium.window(390, 844, true);
        var urs = chromium.window(390, 844, false)) {
      new Staff(city, chromium).sitsDown(olga, "Olga Betrieb");
      plan(olga);
      for (var window : new Window[] {maya, urs}) {
        window.open(city.portal().resolve("/dienste/" + SERVICE));
        window.press(START);
        assertThat(window.main()).containsText("Es beginnt um");
        window.check();
      }
      assertThat(maya.page().locator("[data-countdown]")).containsText("00:");
      for (var window : new Window[] {maya, urs}) {
        window.page().waitForURL("**/dienste/" + SERVICE);
        window.press(START);
        window.page().waitForURL("**/antrag/**");
      }
      assertThat(olga.main()).containsText("kamen in den letzten 20 Minuten herein");
      olga.page().reload();
      olga.check();
      olga.press("Alle hereinlassen");
      assertThat(olga.main()).containsText("Ab jetzt kommen alle herein");
      olga.press("Beenden");
      assertThat(olga.main()).containsText("Niemand wartet mehr");
      olga.check();
    }
  }

  private void plan(Window olga) {
    olga.open(city.portal().resolve("/betrieb/andrang"));
    olga.check();
    olga.follow("Andrang planen");
    olga.check();
    olga.page().locator("main [name=services][value=" + SERVICE + "]").check();
    field(olga, "login").uncheck();
    var soon = LocalDateTime.now(ZoneId.of("Europe/Zurich")).plusSeconds(40).withNano(0);
    field(olga, "opens").fill(soon.toString());
    olga.press("Planen");
    assertThat(olga.main()).containsText("Der Andrang ist geplant");
    olga.check();
  }

  private static Locator field(Window window, String name) {
    return window.page().locator("main [name=" + name + "]");
  }
}
