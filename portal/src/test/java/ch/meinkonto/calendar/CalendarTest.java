package ch.meinkonto.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.Calendar;
import ch.meinkonto.contract.Calendar.Entry;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sports office tells when its halls are open; Anna subscribes to it. */
class CalendarTest {

  private static final String SERVICE = "sportkurse";
  private static final String FEED = "/kalender/" + SERVICE + "/de/halle-1.ics";
  private static final LocalDate DAY = LocalDate.of(2027, 1, 13);

  private final Unit office = CityOfTests.connect(CityOfTests.keysOf(CityOfTests.SPORT));
  private final Browser anybody = new Browser(CityOfTests.portal().address().getPort());

  @BeforeEach
  void twoHalls() {
    publish("halle-1", Entry.of("a", Map.of("de", "Halle zu", "en", "Closed"), DAY));
    publish(
        "halle-2",
        new Entry(
            "a",
            Map.of("de", "Offen, für alle"),
            null,
            Instant.parse("2027-01-20T14:00:00Z"),
            Instant.parse("2027-01-20T18:00:00Z"),
            Map.of("de", "Halle 2"),
            null));
  }

  @AfterEach
  void close() {
    office.calendars().withdraw(SERVICE, "halle-1");
    office.calendars().withdraw(SERVICE, "halle-2");
    office.close();
  }

  @Test
  void whatItPublishesIsAFeedThatCalendarsLookAtAgain() {
    var feed = anybody.get(FEED);
    assertThat(feed.headers().get("content-type")).containsExactly("text/calendar;charset=UTF-8");
    assertThat(feed.headers().get("cache-control")).containsExactly("max-age=3600, public");
    assertThat(feed.body())
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .contains(
            "NAME:Kalender halle-1\r\n",
            "REFRESH-INTERVAL;VALUE=DURATION:PT24H\r\n",
            "DTSTART;VALUE=DATE:20270113\r\nDTEND;VALUE=DATE:20270114\r\n",
            "SUMMARY:Halle zu\r\n");
    assertThat(anybody.get(FEED.replace("/de/", "/en/")).body()).contains("SUMMARY:Closed\r\n");
  }

  @Test
  void nothingIsSentAgainUntilTheOfficeSaysSomethingElse() {
    var tag = requireNonNull(anybody.get(FEED).headers().get("etag")).getFirst();
    var known = Map.of("If-None-Match", tag);
    assertThat(anybody.send("GET", FEED, known, "").status()).isEqualTo(304);
    publish("halle-1", Entry.of("a", Map.of("de", "Halle zu", "en", "Closed"), DAY));
    assertThat(anybody.send("GET", FEED, known, "").status()).isEqualTo(304);
    publish("halle-1", Entry.of("a", Map.of("de", "Halle zu"), DAY.plusDays(1)));
    var moved = anybody.send("GET", FEED, known, "");
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.body()).contains("20270114", "#a\r\n");
  }

  @Test
  void severalAreOneFeed() {
    assertThat(anybody.get("/kalender/" + SERVICE + "/de/halle-1+halle-2+halle-9.ics").body())
        .contains(
            "SUMMARY:Halle zu\r\n",
            "SUMMARY:Offen\\, für alle\r\n",
            "DTSTART:20270120T140000Z\r\nDTEND:20270120T180000Z\r\nSUMMARY",
            "LOCATION:Halle 2\r\n");
  }

  @Test
  void whatEndsOrNeverWasIsNotThere() {
    office.calendars().withdraw(SERVICE, "halle-1");
    office.calendars().withdraw(SERVICE, "halle-1");
    for (var address :
        List.of(
            FEED, FEED.replace("halle-1", "halle-9"), "/kalender/umzug-melden/de/halle-2.ics")) {
      assertThat(anybody.get(address).status()).as(address).isEqualTo(404);
    }
  }

  @Test
  void anotherOfficeSaysNothingThere() {
    try (var other = CityOfTests.connect(CityOfTests.office())) {
      var calendar = new Calendar(Map.of("de", "x"), List.of());
      assertThatThrownBy(() -> other.calendars().publish(SERVICE, "halle-1", calendar))
          .isInstanceOf(PortalRefused.class);
      assertThatThrownBy(() -> other.calendars().withdraw(SERVICE, "halle-1"))
          .isInstanceOf(PortalRefused.class);
    }
    assertThat(anybody.get(FEED).status()).isEqualTo(200);
  }

  private void publish(String id, Entry... entries) {
    office
        .calendars()
        .publish(SERVICE, id, new Calendar(Map.of("de", "Kalender " + id), List.of(entries)));
  }
}
