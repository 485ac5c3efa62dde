package ch.meinkonto.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.yaml.Localized;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfferCalendarTest {

  private static final URI PAGE = URI.create("https://konto.example/dienste/kurs/angebote/a");

  @Test
  void anAppointmentHasItsHour() {
    assertThat(file("2027-02-08T08:00:00Z", "2027-02-08T08:45:00Z", "Aqua-Fit"))
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .contains("\r\nDTSTART:20270208T080000Z\r\nDTEND:20270208T084500Z\r\n")
        .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
  }

  @Test
  void aCourseOfSeveralDaysHasItsDays() {
    assertThat(file("2027-02-08T08:00:00Z", "2027-02-12T08:45:00Z", "Seepferdchen"))
        .contains("DTSTART;VALUE=DATE:20270208\r\nDTEND;VALUE=DATE:20270213\r\n");
  }

  @Test
  void whatUnitsWriteStaysText() {
    assertThat(file("2027-02-08T08:00:00Z", "2027-02-08T08:45:00Z", "A, B; C\\D\nATTENDEE:x"))
        .contains("SUMMARY:A\\, B\\; C\\\\D\\nATTENDEE:x\r\n");
  }

  @Test
  void noLineIsLongerThanItMayBe() {
    var file = file("2027-02-08T08:00:00Z", "2027-02-08T08:45:00Z", "Überübung ".repeat(12));
    assertThat(file.lines()).allMatch(line -> line.getBytes(UTF_8).length <= 75);
    assertThat(file.replace("\r\n ", "")).contains("Überübung ".repeat(12).strip());
  }

  private static String file(String starts, String ends, String name) {
    var text = Localized.only("de", "");
    var offer =
        new Offer(
            Courses.SERVICE,
            "a",
            Localized.only("de", name),
            text,
            text,
            text,
            text,
            Instant.parse(starts),
            Instant.parse(ends),
            1,
            null,
            null,
            null,
            List.of("a"),
            Map.of(),
            null,
            null,
            false);
    return new String(
        OfferCalendar.of(
            offer,
            Instant.parse(starts),
            false,
            PAGE,
            Locale.GERMAN,
            ZoneId.of("Europe/Zurich"),
            Instant.parse("2027-01-01T00:00:00Z")),
        UTF_8);
  }
}
