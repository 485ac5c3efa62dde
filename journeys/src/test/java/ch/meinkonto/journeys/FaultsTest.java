package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.form.Form;
import ch.meinkonto.form.SampleAnswers;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Five hundred people send, while the portal is killed again and again, sometimes with its
 * database, and the unit's system is restarted: whatever was confirmed arrives, once.
 */
@Tag("faults")
class FaultsTest {

  private static final int REQUESTS = 500;
  private static final int PEOPLE_AT_A_TIME = 8;
  private static final int KILLS = 5;
  private static final String SERVICE = "schaden-melden";
  private static final String UNIT = "tiefbauamt";

  private final Form form = CityForms.of(SERVICE);
  private final Queue<String> confirmed = new ConcurrentLinkedQueue<>();
  private final AtomicInteger draftsLost = new AtomicInteger();
  private final Ledger ledger = new Ledger();
  private final Random random = new Random(20261124);

  @Test
  void whatWasConfirmedArrivesOnceWhateverIsKilled() throws Exception {
    var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "faults-");
    var keys = UnitKeys.generate(UNIT);
    keys.writePublic(data.resolve("unit-keys").resolve(UNIT + ".jwks.json"));

    try (var portal = PortalProcess.start(data, freePort());
        var people = Executors.newFixedThreadPool(PEOPLE_AT_A_TIME);
        AutoCloseable _ = people::shutdownNow) {
      var unit = open(portal, keys);
      var sending = new ArrayList<Future<?>>();
      for (var person = 0; person < REQUESTS; person++) {
        var seed = person;
        sending.add(people.submit(() -> send(portal, seed)));
      }
      for (var kill = 1; kill <= KILLS; kill++) {
        awaitConfirmed(REQUESTS * kill / (KILLS + 2));
        unit.close();
        strike(portal, kill);
        unit = open(portal, keys);
      }
      for (var one : sending) {
        one.get();
      }
      Waiting.untilTrue("everything to arrive", () -> ledger.size() >= confirmed.size());
      var database = new PortalDatabase(data);
      Waiting.untilTrue(
          "sealed content to be erased",
          () -> database.count("SELECT count(*) FROM request_part") == 0);
      unit.close();
    }

    assertThat(confirmed).hasSize(REQUESTS).doesNotHaveDuplicates();
    assertThat(ledger.references()).containsExactlyElementsOf(confirmed.stream().sorted().toList());
    assertThat(draftsLost).hasValue(0);
  }

  private Unit open(PortalProcess portal, UnitKeys keys) {
    var unit = Unit.connect(settings(portal, keys));
    Thread.ofVirtual().start(() -> unit.receive(this::take));
    return unit;
  }

  /** What a unit that is ended holds comes back when its lease has run out. */
  private static UnitSettings settings(PortalProcess portal, UnitKeys keys) {
    return UnitSettings.of(portal.address(), keys).withWorkers(4).withLease(Duration.ofSeconds(30));
  }

  private Outcome take(ch.meinkonto.unit.ReceivedRequest request) {
    ledger.take(request);
    return Outcome.accepted();
  }

  private void strike(PortalProcess portal, int kill) throws IOException {
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_000)).toNanos());
    if (kill % 2 == 0) {
      portal.killWithDatabase();
    } else {
      portal.kill();
    }
    portal.startAgain();
  }

  private void awaitConfirmed(int number) {
    Waiting.untilTrue(number + " confirmations", () -> confirmed.size() >= number);
  }

  /**
   * One person: whenever the portal is away, they try the same thing again until they have their
   * reference.
   */
  private void send(PortalProcess portal, int seed) {
    var answers = SampleAnswers.of(form, ZonedDateTime.now(ZoneId.of("Europe/Zurich")), seed);
    try (var browser = new PlainBrowser(portal.address())) {
      var upload =
          new FormFilling.Upload("bild.png", TestFiles.png("x"), "blatt.pdf", TestFiles.pdf("x"));
      var check =
          persistently(() -> {
            new FormFilling(browser, form, answers, upload).toCheckPage();
            return browser.path();
          });
      confirmed.add(persistently(() -> sent(browser, check)));
    }
  }

  /** Opens the check page and sends; what was sent already leads to the same confirmation. */
  private String sent(PlainBrowser browser, String check) throws IOException {
    browser.open(check);
    if (browser.status() == 404 || browser.status() == 410) { // then nobody could go on
      draftsLost.incrementAndGet();
      throw new AssertionError("The draft is gone: " + browser.page().text());
    }
    if (!browser.page().select("form[action$=/senden]").isEmpty()) {
      browser.submit("form[action$=/senden]", List.of());
    }
    return reference(browser);
  }

  private static String reference(PlainBrowser browser) throws IOException {
    var text = browser.page().text();
    var match = java.util.regex.Pattern.compile("MK-\\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}").matcher(text);
    if (browser.status() != 200 || !match.find()) {
      throw new IOException("No confirmation yet: " + browser.status());
    }
    return match.group();
  }

  private interface Attempt {
    String make() throws IOException;
  }

  private static String persistently(Attempt attempt) {
    return Waiting.until(
        "the portal",
        () -> {
          try {
            return java.util.Optional.of(attempt.make());
          } catch (IOException away) {
            return java.util.Optional.empty();
          }
        });
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
