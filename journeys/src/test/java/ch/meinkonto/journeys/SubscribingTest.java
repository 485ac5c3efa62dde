package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mirela wants to know when paper is collected in her street, without an account. */
class SubscribingTest extends Journey {

  private static final String SERVICE = "entsorgungskalender";
  private static final Map<String, Object> ANSWERS =
      Map.of(
          "adresse",
          Map.of(
              "strasse",
              "Langstrasse",
              "hausnummer",
              "10",
              "plz",
              "8004",
              "ort",
              "Zürich",
              "land",
              "CH"),
          "arten",
          List.of("papier", "karton"),
          "erinnerung",
          "kalender");

  @Test
  void subscribesToTheDaysOfHerQuarter() throws IOException {
    Waiting.untilTrue("the office to publish its days", () -> feed("karton-8004").contains("8004"));
    for (var width : new int[] {390, 1280}) {
      try (var window = chromium.window(width, 844, true)) {
        window.open(city.portal().resolve("/dienste/" + SERVICE));
        window.press("Jetzt starten");
        new WindowFilling(window, CityForms.of(SERVICE), ANSWERS).toCheckPage();
        window.press("Antrag senden");
        window.page().waitForURL("**/quittung/**");
        window.check();
        var open = window.page().locator("a[href^='webcal:']");
        var address = open.getAttribute("href");
        assertThat(address)
            .endsWith("/kalender/entsorgungskalender/de/karton-8004+papier-8004.ics");
        assertThat(read(URI.create(address.replaceFirst("^webcal:", "http:"))))
            .contains("SUMMARY:Papier\r\n", "SUMMARY:Karton\r\n")
            .doesNotContain("Langstrasse");
      }
    }
  }

  private String feed(String name) {
    try {
      return read(city.portal().resolve("/kalender/" + SERVICE + "/de/" + name + ".ics"));
    } catch (IOException notYet) {
      return "";
    }
  }

  private static String read(URI address) throws IOException {
    try (var in = address.toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
