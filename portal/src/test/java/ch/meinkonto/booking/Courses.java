package ch.meinkonto.booking;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sports office of the city of tests offers. */
final class Courses {

  static final ServiceId SERVICE = new ServiceId("sportkurse");

  private static final Unit OFFICE = CityOfTests.connect(CityOfTests.keysOf(CityOfTests.SPORT));

  private Courses() {}

  /** The office’s own system. */
  static Unit office() {
    return OFFICE;
  }

  /** A course that nobody has offered before. */
  static String publish(int capacity) {
    var id = "kurs-" + UUID.randomUUID();
    publish(id, capacity, List.of());
    return id;
  }

  /** A course of this id; {@code takes} are others of which it takes places, too. */
  static void publish(String id, int capacity, List<String> takes) {
    OFFICE.offers().publish(SERVICE.value(), id, course(capacity, takes, null));
  }

  /** A day on which something can be booked that takes these values. */
  static Offer day(String place, Instant starts, Map<String, Object> values) {
    return new Offer(
        Map.of("de", "Platz", "en", "Place"),
        null,
        null,
        Map.of("de", place, "en", place),
        null,
        starts,
        starts.plus(Duration.ofHours(2)),
        1,
        null,
        null,
        null,
        List.of(),
        values);
  }

  /** The unit takes all requests about a course: from then on it alone knows who comes. */
  static void areTaken(String course) {
    CityOfTests.portal()
        .bean(JdbcClient.class)
        .sql("DELETE FROM booking_hold WHERE offer = :offer")
        .param("offer", course)
        .update();
  }

  /** A course that begins so soon. */
  static String publish(Duration before) {
    var id = "kurs-" + UUID.randomUUID();
    OFFICE.offers().publish(SERVICE.value(), id, course(1, List.of(), null, before));
    return id;
  }

  /** A course in a month, for children. */
  static Offer course(int capacity, List<String> takes, @Nullable Instant opensAt) {
    return course(capacity, takes, opensAt, Duration.ofDays(30));
  }

  private static Offer course(
      int capacity, List<String> takes, @Nullable Instant opensAt, Duration before) {
    var starts = CityOfTests.clock().instant().plus(before);
    return new Offer(
        Map.of("de", "Seepferdchen", "en", "Seahorse"),
        Map.of("de", "Ihr Kind lernt schwimmen.", "en", "Your child learns to swim."),
        Map.of("de", "Schwimmen", "en", "Swimming"),
        Map.of("de", "Hallenbad am Park", "en", "Pool at the park"),
        Map.of(
            "de", "Montag bis Freitag, 9.00 bis 9.45 Uhr", "en", "Monday to Friday, 9.00 to 9.45"),
        starts,
        starts.plus(Duration.ofDays(5)),
        capacity,
        new BigDecimal("90.00"),
        opensAt,
        null,
        takes,
        Map.of("mindestalter", 5, "hoechstalter", 8));
  }
}
