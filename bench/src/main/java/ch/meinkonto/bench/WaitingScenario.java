package ch.meinkonto.bench;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Very many people in the waiting room alone: all of them come, then look again and again until it
 * opens, and afterwards. How long that takes, and how long the pages of all others take meanwhile.
 */
final class WaitingScenario implements Bench.Scenario {

  private static final String DOOR = "/dienste/" + Surroundings.SERVICE + "/antrag";
  private static final String PAGE = "/dienste/" + Surroundings.SERVICE;
  private static final int WAITS = 429;
  private static final int AT_ONCE = 64;

  @Override
  public void run(Options options) throws Exception {
    var people = options.get("people", 50_000);
    var looks = options.get("looks", 1_000);
    var seconds = options.get("seconds", 30);
    try (var around = Surroundings.start();
        var portal = PortalProcess.start(around)) {
      var browser = new Browser(portal.address());
      for (int page = 0; page < options.get("warm-up", 3_000); page++) {
        browser.get(PAGE, "");
      }
      var rush = plan(around);
      awaitRoom(browser);
      var crowd = new Waiting(browser, new AtomicReferenceArray<>(people));
      var measured = new ArrayList<Measured>();
      Report.progress("%,d people come".formatted(people));
      measured.add(crowd.phase("they come, as fast as they can", people, 0));
      Report.progress("they look again");
      measured.add(crowd.phase("they look again before opening", looks * seconds, looks));
      open(around, rush);
      measured.add(crowd.phase("it opens: they look for their place", looks * seconds, looks));
      report(around, rush, measured, people);
    }
  }

  /** Some people with their tickets. */
  private record Waiting(Browser browser, AtomicReferenceArray<String> tickets) {

    /**
     * Lets one after the other look.
     *
     * @param perSecond how many look in a second; 0: as many as can
     */
    Measured phase(String title, int times, int perSecond)
        throws InterruptedException, ExecutionException {
      var took = new double[times];
      var states =
          new AtomicInteger[] {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
      IntConsumer look =
          number -> {
            var begin = System.nanoTime();
            states[look(number % tickets.length())].incrementAndGet();
            took[number] = (double) (System.nanoTime() - begin);
          };
      var ends = new AtomicInteger();
      var begin = System.nanoTime();
      double[] others;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var somebodyElse = threads.submit(() -> pages(() -> ends.get() >= times));
        var free = new Semaphore(AT_ONCE);
        for (int number = 0; number < times; number++) {
          if (perSecond > 0) {
            var due = begin + number * 1_000_000_000L / perSecond;
            LockSupport.parkNanos(due - System.nanoTime());
          }
          free.acquire();
          var one = number;
          threads.execute(() -> {
            try {
              look.accept(one);
            } finally {
              ends.incrementAndGet();
              free.release();
            }
          });
        }
        others = somebodyElse.get();
      }
      var all = Duration.ofNanos(System.nanoTime() - begin);
      return new Measured(
          title, took, others, all, states[0].get(), states[1].get(), states[2].get());
    }

    /** 0: waits, 1: is in, 2: anything else. */
    private int look(int person) {
      HttpResponse<String> response;
      try {
        var ticket = tickets.get(person);
        response = browser.open(DOOR, ticket == null ? "" : ticket);
      } catch (IllegalStateException noAnswer) {
        return 2;
      }
      response
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(cookie -> tickets.set(person, cookie.replaceFirst(";.*", "")));
      return response.statusCode() == WAITS ? 0 : response.statusCode() == 302 ? 1 : 2;
    }

    private double[] pages(BooleanSupplier end) {
      var took = new ArrayList<Double>();
      while (!end.getAsBoolean()) {
        var begin = System.nanoTime();
        browser.get(PAGE, "");
        took.add((double) (System.nanoTime() - begin));
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
      return took.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private record Measured(
      String title,
      double[] took,
      double[] others,
      Duration all,
      int waiting,
      int in,
      int failed) {}

  private static UUID plan(Surroundings around) throws SQLException {
    var id = UUID.randomUUID();
    try (var connection = around.connect();
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO entrance_rush
                SELECT ?, ARRAY[?], true, false, now(), opens, 0, 60, 1200, 'running', 0, 0, 0, 1, 1,
                  opens, opens, opens, NULL
                FROM (SELECT now() + interval '1 day' AS opens) moment
                """)) {
      insert.setObject(1, id);
      insert.setString(2, Surroundings.SERVICE);
      insert.executeUpdate();
    }
    return id;
  }

  private static void open(Surroundings around, UUID rush) throws SQLException {
    try (var connection = around.connect();
        var update =
            connection.prepareStatement(
                """
                UPDATE entrance_rush SET opens_at = now(), stepped_at = now(), slowed_at = now(),
                  waited_at = now()
                WHERE id = ?
                """)) {
      update.setObject(1, rush);
      update.executeUpdate();
    }
  }

  /** The node hears of it within a minute, since nobody told it. */
  private static void awaitRoom(Browser browser) {
    Report.progress("waiting for the room");
    while (browser.open(DOOR, "").statusCode() != WAITS) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  private static void report(Surroundings around, UUID rush, List<Measured> measured, int people)
      throws SQLException {
    Report.row(
        "%,d people".formatted(people), "a second", "p50", "p95", "p99", "wait", "in", "failed");
    for (var one : measured) {
      Report.row(
          one.title,
          "%,.0f".formatted(one.took.length * 1e9 / one.all.toNanos()),
          Report.millis(Report.percentile(one.took, 50)),
          Report.millis(Report.percentile(one.took, 95)),
          Report.millis(Report.percentile(one.took, 99)),
          one.waiting,
          one.in,
          one.failed);
    }
    Report.row("a page of somebody else meanwhile", "p50", "p95", "p99", "pages");
    for (var one : measured) {
      Report.row(
          one.title,
          Report.millis(Report.percentile(one.others, 50)),
          Report.millis(Report.percentile(one.others, 95)),
          Report.millis(Report.percentile(one.others, 99)),
          one.others.length);
    }
    Report.row("counted by the portal", "%,d".formatted(counted(around, rush)));
    var failed = measured.stream().mapToInt(Measured::failed).sum();
    Report.verdict(
        "%,d people wait, %d without an answer (target: none); a page of somebody else takes %s at p95 while they look"
            .formatted(
                people, failed, Report.millis(Report.percentile(measured.getLast().others, 95))));
  }

  private static long counted(Surroundings around, UUID rush) throws SQLException {
    try (var connection = around.connect();
        var select = connection.prepareStatement("SELECT early FROM entrance_rush WHERE id = ?")) {
      select.setObject(1, rush);
      try (var rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
