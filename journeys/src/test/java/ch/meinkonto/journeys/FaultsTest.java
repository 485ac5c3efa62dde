package ch.meinkonto.journeys;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.form.Form;
import ch.meinkonto.journeys.Outcome.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many requests to units on every channel, while nodes, database, connector and network come and
 * go, and the units' systems are slow, down, unreadable, or say things twice: whatever was
 * confirmed arrives once or is turned down with a reason, and nothing of it stays readable.
 *
 * <p>{@code FAULTS_REQUESTS} says how many; the plan of faults is always the same for a number.
 */
@Tag("faults")
class FaultsTest {

  private static final int REQUESTS =
      Integer.parseInt(System.getenv().getOrDefault("FAULTS_REQUESTS", "100"));
  private static final int PEOPLE = 8;
  private static final int REQUESTS_A_STRIKE = 150;
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final List<Road> ROADS = List.of(Road.values());
  private static final List<OfficeFault> OFFICE_FAULTS = List.of(OfficeFault.values());

  /** What a thread says about a request's state, in the only order that is legal. */
  private static final List<String> STATES =
      List.of("übernommen", "bearbeitet Ihren", "entschieden", "abgeschlossen");

  private final Random random = new Random(20261124);
  private final Queue<Sent> confirmed = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> faults = new TreeMap<>();

  @Test
  @Timeout(value = 3, unit = TimeUnit.HOURS) // 20,000 take about one
  void whatWasConfirmedArrivesOnceWhateverFails() throws Exception {
    var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "faults-");
    var database = new PortalDatabase(data.resolve("portal"));
    try (var city = new FaultyCity(data);
        var people = Executors.newFixedThreadPool(PEOPLE);
        AutoCloseable _ = people::shutdownNow) {
      var forms =
          CityForms.all().stream().collect(toMap(form -> form.service().id(), form -> form));
      var persons = new ArrayList<Person>();
      for (var number = 1; number <= PEOPLE; number++) {
        persons.add(new Person(city, number));
      }
      var begin = System.nanoTime();
      var sending = new ArrayList<Future<?>>();
      for (var person = 0; person < PEOPLE; person++) {
        var who = person;
        sending.add(people.submit(() -> send(persons.get(who), who, forms)));
      }
      strike(city, sending);
      sending.sort(Comparator.comparing(one -> one.state() != Future.State.FAILED));
      for (var one : sending) {
        one.get();
      }
      Waiting.until("everything to settle", PATIENCE, () -> settled(database));
      var outcome = Outcome.of(city, database);
      print(outcome, Duration.ofNanos(System.nanoTime() - begin));

      assertThat(confirmed).extracting(Sent::reference).doesNotHaveDuplicates().hasSize(REQUESTS);
      assertThat(outcome.states().keySet())
          .containsExactlyInAnyOrderElementsOf(confirmed.stream().map(Sent::reference).toList());
      assertThat(confirmed).allMatch(outcome::isKnown);
      assertThat(outcome.twice()).isEmpty();
      assertThat(city.cases().toString()).contains(Person.MARK);
      for (var person : persons) {
        assertThat(person.threads()).isNotEmpty().allSatisfy(FaultsTest::isInLegalOrder);
        person.close();
      }
    }
    var canary = new Canary(List.of(Person.MARK));
    for (var part : List.of("portal", "logs", "tmp")) {
      var folder = data.resolve(part);
      assertThat(canary.findIn(folder, folder.resolve("postgres/program"))).as(part).isEmpty();
    }
  }

  private void send(Person person, int first, Map<String, Form> forms) {
    for (var i = first; i < REQUESTS; i += PEOPLE) {
      var road = ROADS.get(i % ROADS.size());
      var form = Objects.requireNonNull(forms.get(road.service()));
      confirmed.add(new Sent(person.send(form, i), road));
    }
  }

  /** One strike after the other, each kind as often; meanwhile one office has a fault. */
  private void strike(FaultyCity city, List<Future<?>> sending) throws IOException {
    var plan = new ArrayList<Strike>();
    while (plan.isEmpty() || plan.size() < REQUESTS / REQUESTS_A_STRIKE) {
      plan.addAll(List.of(Strike.values()));
    }
    Collections.shuffle(plan, random);
    for (var i = 0; i < plan.size(); i++) {
      var number = REQUESTS * (i + 1) / (plan.size() + 2);
      Waiting.until(number + " confirmations", PATIENCE, () -> confirmed(number, sending));
      if (failed(sending)) {
        return;
      }
      var road = ROADS.get(random.nextInt(ROADS.size()));
      var fault = road.able(OFFICE_FAULTS.get(i % OFFICE_FAULTS.size()));
      city.trouble(road.unit(), fault);
      Strike.pause(random);
      plan.get(i).on(city, random);
      city.trouble(road.unit(), OfficeFault.NONE);
      faults.merge("office " + fault, 1, Integer::sum);
      faults.merge(plan.get(i).name(), 1, Integer::sum);
    }
  }

  /** So many are confirmed, or there will never be as many. */
  private Optional<Boolean> confirmed(int number, List<Future<?>> sending) {
    return failed(sending) || confirmed.size() >= number ? Optional.of(true) : Optional.empty();
  }

  private static boolean failed(List<Future<?>> sending) {
    return sending.stream().anyMatch(one -> one.state() == Future.State.FAILED);
  }

  /** Nothing waits, and offices have come to the end of all cases; only the clerk has not begun. */
  private static Optional<Boolean> settled(PortalDatabase database) throws SQLException {
    var open =
        database.count("SELECT count(*) FROM delivery_item WHERE state = 'open'")
            + database.count(
                "SELECT count(*) FROM request_part WHERE submission_id NOT IN"
                    + " (SELECT id FROM delivery_item WHERE state = 'set-aside')")
            + database.count(
                "SELECT count(*) FROM request_envelope WHERE state NOT IN ('closed', 'rejected')"
                    + " AND unit <> '%s' AND id NOT IN".formatted(Road.WORKLIST.unit())
                    + " (SELECT request_id FROM delivery_item WHERE state = 'set-aside')");
    return open == 0 ? Optional.of(true) : Optional.empty();
  }

  /** Each state at most once, and none after one that comes later. */
  private static void isInLegalOrder(String thread) {
    var said = new ArrayList<Integer>();
    var words = Pattern.compile(String.join("|", STATES)).matcher(thread);
    while (words.find()) {
      said.add(STATES.indexOf(words.group()));
    }
    assertThat(said).as(thread).isSorted().doesNotHaveDuplicates();
  }

  private void print(Outcome outcome, Duration took) {
    var lines = outcome.table(confirmed);
    faults.forEach((fault, times) -> lines.add(times + " × " + fault));
    lines.add("in %d s".formatted(took.toSeconds()));
    System.out.println(String.join("\n", lines));
  }
}
