package ch.meinkonto.bench;

import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** A unit that offers courses and notes who comes to which. */
final class CourseOffice implements AutoCloseable {

  static final String UNIT = "sportamt";
  static final String SERVICE = "sportkurse";

  private static final Path EXAMPLE = Path.of("city/zuerich");
  private static final String PAID_BEFORE = "    pay: [online]\n";
  private static final List<String> SPORTS =
      List.of("Schwimmen", "Klettern", "Tanzen", "Turnen", "Eislaufen", "Judo");
  private static final int WORKERS = 4;

  private final Unit unit;
  private final Set<RequestId> taken = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> places = new ConcurrentHashMap<>();
  private final AtomicInteger again = new AtomicInteger();

  private CourseOffice(Unit unit) {
    this.unit = unit;
  }

  /** The example city, in which courses are paid for later. */
  static Path city(Path folder) throws IOException {
    FileSystemUtils.copyRecursively(EXAMPLE, folder);
    var service = folder.resolve("services").resolve(SERVICE + ".yaml");
    var known = Files.readString(service);
    if (!known.contains(PAID_BEFORE)) {
      throw new IllegalStateException("Nothing to pay before " + SERVICE);
    }
    Files.writeString(service, known.replace(PAID_BEFORE, ""));
    return folder;
  }

  /** Opens, and comes for what is booked. */
  static CourseOffice open(UnitKeys keys, URI portal) {
    var office = new CourseOffice(Unit.connect(UnitSettings.of(portal, keys).withWorkers(WORKERS)));
    Thread.ofVirtual().start(() -> office.unit.receive(office::take));
    return office;
  }

  private Outcome take(ReceivedRequest request) {
    if (taken.add(request.requestId())) {
      var offer = request.answers().path("_offer").path("id").asString("");
      places.computeIfAbsent(offer, _ -> new AtomicInteger()).incrementAndGet();
    } else {
      again.incrementAndGet();
    }
    return Outcome.accepted();
  }

  /** Publishes so many courses with so many places in all. */
  void publish(String prefix, int courses, int all) {
    for (int number = 0; number < courses; number++) {
      var capacity = all / courses + (number < all % courses ? 1 : 0);
      unit.offers().publish(SERVICE, prefix + number, course(number, capacity));
    }
  }

  /** Takes them from the list. */
  void withdraw(String prefix, int courses) {
    for (int number = 0; number < courses; number++) {
      unit.offers().withdraw(SERVICE, prefix + number);
    }
  }

  private static Offer course(int number, int capacity) {
    var sport = SPORTS.get(number % SPORTS.size());
    var starts = Instant.now().plus(Duration.ofDays(30 + number % 10));
    return new Offer(
        Map.of("de", sport + " " + number, "en", "Course " + number),
        Map.of("de", "Ihr Kind lernt es.", "en", "Your child learns it."),
        Map.of("de", sport, "en", sport),
        Map.of("de", "Sporthalle am Park", "en", "Sports hall at the park"),
        Map.of("de", "Montag bis Freitag, 9.00 Uhr", "en", "Monday to Friday, at 9.00"),
        starts,
        starts.plus(Duration.ofDays(5)),
        capacity,
        new BigDecimal("90.00"),
        null,
        null,
        List.of(),
        Map.of("mindestalter", 5, "hoechstalter", 8));
  }

  /** The requests that came. */
  Set<RequestId> taken() {
    return taken;
  }

  /** How many came to a course. */
  int places(String course) {
    return places.getOrDefault(course, new AtomicInteger()).get();
  }

  /** How many requests came once more. */
  int again() {
    return again.get();
  }

  @Override
  public void close() {
    unit.close();
  }
}
