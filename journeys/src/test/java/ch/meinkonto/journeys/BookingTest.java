package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.form.Form;
import ch.meinkonto.form.SampleAnswers;
import ch.meinkonto.platform.web.Formats;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Somebody books the last place of a course; who comes after them waits, and gets it in the end.
 */
class BookingTest extends Journey {

  private static final String SERVICE = "sportkurse";

  private final Form form = CityForms.of(SERVICE);
  private final Map<String, Object> answers = forOnePerson();

  @Test
  void theLastPlaceIsBookedAndComesBackToWhoWaits() throws IOException {
    var course = Offering.publish(city, form, answers, 1).orElseThrow();
    try (var first = chromium.window(390, 844, true);
        var second = chromium.window(1280, 900, false)) {
      new Entrance(city, first).openAccount();
      books(first, course);
      new Entrance(city, second).openAccount();
      waits(second, course);

      Waiting.untilTrue("the office to have the request", () -> Offering.free(city, form, course));
      Waiting.untilTrue(
          "the place to come back",
          () -> {
            open(second, course);
            return second.main().innerText().contains("Ein Platz ist für Sie frei geworden");
          });
      second.check();
      second.press("Jetzt buchen");
      assertThat(second.main().innerText()).contains("Ihr Platz ist bis");
    }
  }

  @Test
  void whatUnitsBehindTheConnectorOfferIsThere() {
    try (var window = chromium.window(390, 844, true)) {
      Waiting.untilTrue(
          "the archives to say what is free",
          () -> {
            window.open(city.portal().resolve("/dienste/archiv-lesesaal/angebote"));
            return window.page().locator(".offers > li").count() > 0;
          });
      window.check();
    }
  }

  private Map<String, Object> forOnePerson() {
    var now = ZonedDateTime.now(Formats.ZONE);
    return LongStream.range(1, 1000)
        .mapToObj(seed -> SampleAnswers.of(form, now, seed))
        .filter(sample -> sample.get("personen") instanceof List<?> all && all.size() == 1)
        .filter(sample -> sample.toString().contains("kulturlegi=false"))
        .findFirst()
        .orElseThrow();
  }

  private void books(Window window, String course) {
    window.open(city.portal().resolve("/dienste/" + SERVICE));
    window.follow("Freie Plätze ansehen");
    window.check();
    open(window, course);
    window.check();
    window.press("Platz reservieren");
    assertThat(window.main().innerText()).contains("Ihr Platz ist bis", "Minuten.");
    window.check();
    new WindowFilling(window, form, answers).toCheckPage();
    window.check();
    window.press("Weiter zum Bezahlen");
    window.page().waitForURL("**/bezahlen/**");
    window.press("Jetzt bezahlen");
    window.press("Bezahlen mit TWI");
    window.page().waitForURL("**/bestaetigung");
    assertThat(window.main().innerText()).contains("Gebucht", "1 Platz");
    window.check();
  }

  private void waits(Window window, String course) {
    open(window, course);
    assertThat(window.main().innerText()).contains("Ausgebucht");
    window.press("Auf die Warteliste");
    assertThat(window.main().innerText()).contains("Sie sind als Nächstes an der Reihe");
    window.check();
    window.open(city.portal().resolve("/konto/wartelisten"));
    assertThat(window.main().innerText()).contains("Sie sind als Nächstes an der Reihe");
    window.check();
  }

  private void open(Window window, String course) {
    window.open(city.portal().resolve("/dienste/" + SERVICE + "/angebote/" + course));
  }
}
