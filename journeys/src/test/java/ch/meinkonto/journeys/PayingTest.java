package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.form.SampleAnswers;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Somebody orders what costs something, and pays with what the city offers. */
class PayingTest extends Journey {

  private static final String SERVICE = "wohnsitzbestaetigung";

  @Test
  void paysByAppAndHasTheReceipt() {
    try (var window = chromium.window(390, 844, false)) {
      new Entrance(city, window).openAccount();
      order(window);
      assertThat(window.main().innerText()).contains("Wie möchten Sie bezahlen?");
      window.check();

      window.press("Jetzt bezahlen");
      window.press("Bezahlen mit TWI");

      window.page().waitForURL("**/bestaetigung");
      assertThat(window.main().innerText()).contains("Bezahlt").contains("Vielen Dank");
      window.check();
      window.follow("Quittung ansehen");
      assertThat(window.main().innerText()).contains("TWINT");
      window.check();
      Waiting.untilTrue("the money to be booked", () -> provider().contains("settled"));
    }
  }

  @Test
  void changesTheirMindAtTheProviderThenTheAnswersThenTakesTheInvoice() throws IOException {
    try (var window = chromium.window(1280, 900, true)) {
      new Entrance(city, window).openAccount();
      order(window);
      window.press("Jetzt bezahlen");
      window.page().waitForURL("**/v1/start/**");
      window.press("Abbrechen");
      assertThat(window.main().innerText()).contains("Es wurde nichts abgebucht");
      window.check();

      window.press("Angaben ändern");
      window.page().waitForURL("**/pruefen");
      window.press("Weiter zum Bezahlen");
      window.press("Rechnung wählen");

      window.page().waitForURL("**/bestaetigung");
      window.check();
      var invoice =
          window.page().waitForDownload(() -> window.follow("Rechnung herunterladen (PDF)"));
      assertThat(invoice.suggestedFilename()).matches("Rechnung-\\d+\\.pdf");
      assertThat(Files.readString(invoice.path(), ISO_8859_1)).startsWith("%PDF");
    }
  }

  /** The provider tells it, although nobody comes back. */
  @Test
  void closesTheBrowserAfterPaying() {
    try (var window = chromium.window(1280, 900, true)) {
      new Entrance(city, window).openAccount();
      order(window);
      window.press("Jetzt bezahlen");
      window.page().waitForURL("**/v1/start/**");
      window.page().route("**/zurueck**", Route::abort);
      window.page().getByText("Bezahlen mit VIS").click();
      Waiting.untilTrue(
          "the request to go on",
          () -> {
            window.open(city.portal().resolve("/antraege"));
            return window.main().innerText().contains("Wohnsitzbestätigung");
          });
    }
  }

  private void order(Window window) {
    window.open(city.portal().resolve("/dienste/" + SERVICE));
    window.press("Jetzt starten");
    var form = CityForms.of(SERVICE);
    var now = ZonedDateTime.now(ZoneId.of("Europe/Zurich"));
    new WindowFilling(window, form, SampleAnswers.of(form, now, 7)).toCheckPage();
    window.check();
    window.press("Weiter zum Bezahlen");
    window.page().waitForURL("**/bezahlen/**");
  }

  /** What lies at the payment provider. */
  private String provider() throws IOException {
    try (var all = city.surroundings().resolve("/zahlung/alle").toURL().openStream()) {
      return new String(all.readAllBytes(), UTF_8);
    }
  }
}
