package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ch.meinkonto.form.SampleAnswers;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Olga and Otto run the city: something is stuck, something does not work, and two must agree. */
class OperatorsTest extends Journey {

  private static final String SERVICE = "fundsache";
  private static final String OFFICE = "fundbuero";
  private static final Pattern TAKEN = Pattern.compile("Das Amt hat sie\\.");

  @Test
  void whatIsStuckIsSeenPutBackAndAnnouncedAndTwoAgree() throws IOException, SQLException {
    try (var olga = chromium.window(1280, 900, true);
        var otto = chromium.window(390, 844, true)) {
      staff().sitsDown(olga, "Olga Betrieb");
      opens(olga, "/betrieb/aemter/" + OFFICE + "/anhalten");
      field(olga, "reason").fill("Das System wird gewartet.");
      olga.press("Anhalten");
      assertThat(olga.main()).containsText("Das Amt ist angehalten");
      olga.check();

      somebodySends();
      new PortalDatabase(city.data()).letTheOfficeFailToOpen(OFFICE);
      olga.press("Fortsetzen");
      opens(olga, "/betrieb");
      olga.page().getByText("Eine Übermittlung liegt beiseite").click();
      olga.check();
      opens(olga, "/betrieb/dienste");
      assertThat(olga.page().locator("tbody tr").first()).containsText("Liegt beiseite");
      olga.page().locator("tbody a").first().click();
      assertThat(olga.page().locator("tbody a")).hasCount(1);
      olga.check();
      opens(olga, "/betrieb/uebermittlungen?amt=" + OFFICE);
      olga.page().locator("tbody a").first().click();
      assertThat(olga.main()).containsText("Meist fehlt seinem System der passende Schlüssel");
      olga.check();
      olga.press("Erneut anbieten");
      Waiting.untilTrue(
          "the office to take it",
          () -> {
            olga.page().reload();
            return TAKEN.matcher(olga.main().innerText()).find();
          });

      opens(olga, "/betrieb/stoerungen/neu");
      field(olga, "scope").selectOption("service:" + SERVICE);
      field(olga, "german").fill("Das Fundbüro zieht um.");
      olga.press("Ankündigen");
      olga.check();
      olga.open(city.portal().resolve("/dienste/" + SERVICE));
      assertThat(olga.main()).containsText("Das Fundbüro zieht um.");
      olga.check();

      opens(olga, "/betrieb/aemter/" + OFFICE + "/anhalten");
      field(olga, "length").and(olga.page().locator("[value=PT72H]")).check();
      field(olga, "reason").fill("Umzug des Rechenzentrums.");
      olga.press("Anhalten");
      assertThat(olga.main()).containsText("Jetzt muss es jemand anderes bestätigen");

      staff().sitsDown(otto, "Otto Betrieb");
      otto.page().getByText("Ein Vorschlag wartet").click();
      assertThat(otto.main()).containsText("Umzug des Rechenzentrums.");
      otto.check();
      otto.press("Bestätigen und ausführen");
      assertThat(otto.main()).containsText("Es ist ausgeführt");
      opens(otto, "/betrieb/aemter/" + OFFICE);
      otto.press("Fortsetzen");
      opens(otto, "/betrieb/stoerungen");
      otto.press("Beenden");
      for (var page : List.of("aemter", "dienste", "uebermittlungen", "schluessel", "protokoll")) {
        opens(otto, "/betrieb/" + page);
      }
    }
  }

  private Staff staff() {
    return new Staff(city, chromium);
  }

  private void somebodySends() throws IOException {
    var form = CityForms.of(SERVICE);
    var now = ZonedDateTime.now(ZoneId.of("Europe/Zurich"));
    try (var browser = new PlainBrowser(city.portal())) {
      var files = new FormFilling.Upload("b.png", TestFiles.png("b"), "b.pdf", TestFiles.pdf("b"));
      new FormFilling(browser, form, SampleAnswers.of(form, now, 11), files).toCheckPage();
      browser.submit("form[action$=/senden]", List.of());
    }
  }

  private void opens(Window window, String path) {
    window.open(city.portal().resolve(path));
    window.check();
  }

  private static Locator field(Window window, String name) {
    return window.page().locator("main [name=" + name + "]");
  }
}
