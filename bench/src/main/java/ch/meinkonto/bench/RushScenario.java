package ch.meinkonto.bench;

import ch.meinkonto.bench.RushLog.Page;
import ch.meinkonto.bench.RushLog.Step;
import ch.meinkonto.unit.UnitKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The minute in which registration opens: thousands of people with accounts come for fewer places,
 * a third of them log in by password, all of them wait for their turn, and book as people do; a
 * unit takes what they send. Portal, database, unit and all the browsers share the machine.
 */
final class RushScenario implements Bench.Scenario {

  private static final int COME_WITHIN = 60;
  private static final int LOGS_IN = 3;
  private static final int NEW_IN_A_SECOND = 10;
  private static final String ELSE = "/dienste/" + Surroundings.SERVICE;
  private static final String COURSE = "kurs-";
  private static final String WARM_UP = "vorher-";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * What is asked for.
   *
   * @param opens seconds after the first have come
   * @param kill when a node is killed, in seconds after the first have come; 0: never
   * @param seconds how long people wait at most
   */
  private record Asked(
      int people,
      int courses,
      int places,
      int opens,
      int kill,
      int seconds,
      int floor,
      int ceiling,
      int warmUp,
      Optional<Path> picture) {

    static Asked of(Options options) {
      var people = options.get("people", 5_000);
      var places = options.get("places", Math.max(1, people * 12 / 25));
      return new Asked(
          people,
          options.get("courses", Math.max(1, places / 20)),
          places,
          options.get("opens", 20),
          options.get("kill", 0),
          options.get("seconds", 360),
          options.get("floor", 600),
          options.get("ceiling", 1_800),
          options.get("warm-up", 200),
          options.text("picture").map(Path::of));
    }

    int nodes() {
      return kill > 0 ? 2 : 1;
    }

    String title() {
      return "%,d people, %,d places, two cores".formatted(people, places);
    }

    List<RushPicture.Mark> marks() {
      var opening = new RushPicture.Mark("opens", opens);
      return kill > 0
          ? List.of(opening, new RushPicture.Mark("a node is killed", kill))
          : List.of(opening);
    }
  }

  @Override
  public void run(Options options) throws Exception {
    // a connection that the portal closes just then would look like a lost answer
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    var asked = Asked.of(options);
    var keys = UnitKeys.generate(CourseOffice.UNIT);
    try (var around = Surroundings.start()) {
      around.join(keys);
      var books = new RushBooks(around);
      var residents = register(around, asked.people + asked.warmUp);
      var city = CourseOffice.city(around.folder().resolve("city"));
      try (var nodes = Nodes.start(around, city, asked.nodes());
          var office = CourseOffice.open(keys, nodes.first().address())) {
        warmUp(asked, nodes, office, books, residents.subList(asked.people, residents.size()));
        var before = books.requests();
        office.publish(COURSE, asked.courses, asked.places);
        var rush = books.plan(asked.floor, asked.ceiling);
        awaitRoom(nodes);
        var played = play(asked, nodes, books, rush, residents.subList(0, asked.people));
        awaitUnit(office, books);
        var requests = books.requests();
        requests.removeAll(before);
        var report = new RushReport(played, requests, before, books.courses(), office);
        report.print(COME_WITHIN);
        if (asked.picture.isPresent()) {
          RushPicture.write(asked.picture.get(), played, asked.title(), asked.marks());
        }
      }
    }
  }

  private static List<Residents.Resident> register(Surroundings around, int people)
      throws IOException {
    Report.progress("%,d people open accounts".formatted(people));
    try (var inside = PortalInside.start(around)) {
      return Residents.register(inside, people, new BareHash().encoded());
    }
  }

  private static List<Buyer> buyers(
      Nodes nodes,
      List<String> sessions,
      List<Residents.Resident> residents,
      RushLog log,
      double until) {
    var form = nodes.all().getFirst().loginForm();
    var buyers = new ArrayList<Buyer>();
    for (int number = 0; number < residents.size(); number++) {
      var browser = new Visitor(nodes::any, form);
      var logsIn = number % LOGS_IN == 0;
      if (!logsIn) {
        browser.bring(sessions.get(number));
      }
      var email = Optional.of(residents.get(number).email()).filter(_ -> logsIn);
      buyers.add(new Buyer(number, browser, email, log, until));
    }
    return buyers;
  }

  /** A portal that has run for a while: everything was done some hundred times. */
  private static void warmUp(
      Asked asked,
      Nodes nodes,
      CourseOffice office,
      RushBooks books,
      List<Residents.Resident> residents)
      throws SQLException {
    Report.progress("%d people book before, to warm up".formatted(asked.warmUp));
    office.publish(WARM_UP, asked.courses, asked.courses + 2 * asked.warmUp);
    var sessions = books.logIn(residents);
    var log = new RushLog();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var buyer : buyers(nodes, sessions, residents, log, Double.MAX_VALUE)) {
        threads.execute(buyer::tryToBook);
        pause(1_000 / NEW_IN_A_SECOND);
      }
    }
    log.faults().forEach(Report::progress);
    Report.progress("%d of them have booked".formatted(log.count(Step.BOOKED)));
    awaitUnit(office, books);
    office.withdraw(WARM_UP, asked.courses);
  }

  /** The nodes hear of it within a minute, since nobody told them. */
  private static void awaitRoom(Nodes nodes) {
    Report.progress("waiting for the room");
    for (var node : nodes.all()) {
      while (node.open(Buyer.LIST, "").statusCode() == 200) {
        pause(1_000);
      }
    }
  }

  private static RushReport.Played play(
      Asked asked, Nodes nodes, RushBooks books, UUID rush, List<Residents.Resident> residents)
      throws SQLException {
    var ends = new ConcurrentLinkedQueue<Buyer.End>();
    var left = new AtomicInteger(residents.size());
    var sessions = books.logIn(residents);
    var log = new RushLog();
    var people = buyers(nodes, sessions, residents, log, asked.seconds);
    books.open(rush, asked.opens);
    Report.progress("%,d people come".formatted(people.size()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> somebodyElse(nodes, log, left));
      threads.execute(() -> tell(log, left));
      if (asked.kill > 0) {
        threads.execute(() -> {
          pause(asked.kill * 1_000L);
          Report.progress("a node is killed");
          nodes.killOne();
        });
      }
      for (var buyer : people) {
        var due = (double) COME_WITHIN * buyer.number() / people.size();
        pause((long) Math.max(0, 1_000 * (due - log.now())));
        threads.execute(() -> {
          try {
            ends.add(buyer.tryToBook());
          } finally {
            left.decrementAndGet();
          }
        });
      }
    }
    return new RushReport.Played(log, List.copyOf(ends), log.now());
  }

  private static void somebodyElse(Nodes nodes, RushLog log, AtomicInteger left) {
    while (left.get() > 0) {
      var begin = System.nanoTime();
      try {
        nodes.any().get(ELSE, "");
        log.took(Page.ELSE, begin);
      } catch (IllegalStateException e) {
        log.note(Step.NO_ANSWER, Page.ELSE + ": " + e.getMessage());
      }
      pause(100);
    }
  }

  private static void tell(RushLog log, AtomicInteger left) {
    while (left.get() > 0) {
      pause(10_000);
      Report.progress(
          "%.0f s: %,d have come, %,d are in, %,d have booked"
              .formatted(
                  log.now(), log.count(Step.CAME), log.count(Step.IN), log.count(Step.BOOKED)));
    }
  }

  private static void awaitUnit(CourseOffice office, RushBooks books) throws SQLException {
    var requests = books.requests().size();
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (office.taken().size() < requests && System.nanoTime() < end) {
      pause(200);
    }
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }
}
