package ch.meinkonto.testing;

import static org.awaitility.Awaitility.await;

import ch.meinkonto.delivery.TestPushTargets;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.database.EmbeddedDatabase;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * One portal with many offices around it, each with keys of its own, shared by the tests of
 * requests and deliveries. A test takes an office that no other test has had.
 */
public final class CityOfTests {

  /** A unit of the example city that has keys, too. */
  public static final String REAL_UNIT = "personenmeldeamt";

  /** Another one, with twelve offices. */
  public static final String UNIT_WITH_OFFICES = "stadtammann-und-betreibungsaemter";

  /** One that sends codes by letter. */
  public static final String UTILITY = "ewz";

  /** One with courses that people book. */
  public static final String SPORT = "sportamt";

  /** One with flats for which lots are drawn. */
  public static final String HOUSING = "liegenschaften-stadt-zuerich";

  /** One whose places people book without a login. */
  public static final String ARCHIVE = "stadtarchiv";

  /** A unit that is not live, with a service of its own: {@code probe-karte}. */
  public static final String TRIES_OUT = "probierstube";

  private static final int OFFICES = 260;
  private static final String CITY = "--meinkonto.city-dir=";
  private static final Path FOLDER = Path.of("target/city-of-tests");
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final AtomicInteger NEXT_WITHOUT_KEYS = new AtomicInteger();

  private static final Map<String, UnitKeys> KEYS = new TreeMap<>();
  private static final EmbeddedDatabase DATABASE = database();
  private static final RunningPortal PORTAL =
      open(
          RunningPortal.freePort(),
          "--meinkonto.delivery.look-again=50ms",
          "--meinkonto.request.answer-wait=2s");

  private CityOfTests() {}

  /** The portal that all these tests share. */
  public static RunningPortal portal() {
    return PORTAL;
  }

  /** The time, as the portal sees it. */
  public static TickingClock clock() {
    return PORTAL.bean(TickingClock.class);
  }

  /** A further portal on the same database, where it is as late: jobs run at one or the other. */
  public static RunningPortal start(int port, String... settings) {
    var further = open(port, settings);
    further.bean(TickingClock.class).tick(clock().lead());
    return further;
  }

  /** A further portal, whose city has one service that says something else. */
  public static RunningPortal startWith(String service, UnaryOperator<String> change)
      throws IOException {
    var city = Files.createTempDirectory(Files.createDirectories(FOLDER), "city-with-");
    FileSystemUtils.copyRecursively(Path.of("../city/zuerich"), city);
    var file = city.resolve("services").resolve(service + ".yaml");
    Files.writeString(file, change.apply(Files.readString(file)));
    return start(RunningPortal.freePort(), CITY + city);
  }

  private static RunningPortal open(int port, String... settings) {
    var all = new ArrayList<>(List.of(settings));
    if (all.stream().noneMatch(setting -> setting.startsWith(CITY))) {
      all.add(CITY + FOLDER.resolve("city"));
    }
    return RunningPortal.start(
        DATABASE,
        FOLDER.resolve("data"),
        port,
        List.of(HeardConversation.class, TestPushTargets.class, HeaderLogin.class),
        all.toArray(String[]::new));
  }

  /** An office with keys that no test has had before. */
  public static UnitKeys office() {
    var id = "amt-" + NEXT.incrementAndGet();
    var keys = KEYS.get(id);
    if (keys == null) {
      throw new IllegalStateException("There are only " + OFFICES + " offices");
    }
    return keys;
  }

  /** The keys of one of the real units. */
  public static UnitKeys keysOf(String unit) {
    return Objects.requireNonNull(KEYS.get(unit));
  }

  /** A unit of the city that has no keys yet, and that no test has had before. */
  public static String unitWithoutKeys() {
    return PORTAL.bean(Directory.class).organisation().units().stream()
        .filter(unit -> !hasKeys(unit.id()))
        .skip(NEXT_WITHOUT_KEYS.getAndIncrement())
        .findFirst()
        .orElseThrow()
        .id()
        .value();
  }

  /** Whether this unit can receive here. */
  public static boolean hasKeys(UnitId unit) {
    return KEYS.containsKey(unit.value());
  }

  /** The office's own system, connected over HTTP. */
  public static Unit connect(UnitKeys keys) {
    return Unit.connect(settings(keys));
  }

  /** How an office's system is set up. */
  public static UnitSettings settings(UnitKeys keys) {
    return UnitSettings.of(PORTAL.address(), keys).withClock(clock());
  }

  /** For a while the portal has no key of the office's to seal for. */
  public static void withoutKeys(UnitKeys keys, Runnable meanwhile) throws IOException {
    var known = PORTAL.bean(ch.meinkonto.directory.UnitKeys.class);
    var unit = new UnitId(keys.unitId());
    Files.delete(published(keys));
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> known.keys(unit).isEmpty());
      meanwhile.run();
    } finally {
      keys.writePublic(published(keys));
    }
  }

  private static Path published(UnitKeys keys) {
    return FOLDER.resolve("data/unit-keys").resolve(keys.unitId() + ".jwks.json");
  }

  private static EmbeddedDatabase database() {
    var database = TestDatabase.start(FOLDER, () -> PORTAL.close());
    try {
      TestUnit.addTo(FOLDER.resolve("city"));
      var units = Stream.iterate(1, number -> number + 1).limit(OFFICES).map(n -> "amt-" + n);
      for (var unit :
          Stream.concat(
                  Stream.of(
                      REAL_UNIT, UNIT_WITH_OFFICES, UTILITY, SPORT, HOUSING, ARCHIVE, TRIES_OUT),
                  units)
              .toList()) {
        var keys = UnitKeys.generate(unit);
        KEYS.put(keys.unitId(), keys);
        keys.writePublic(published(keys));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return database;
  }
}
