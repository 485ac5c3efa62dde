package ch.meinkonto.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/**
 * Far more people log in at once than can be hashed: how long the pages of all others take
 * meanwhile, and what those get who have to wait.
 */
final class FloodScenario implements Bench.Scenario {

  private static final String PAGE = "/dienste/umzug-melden";
  private static final int LOGGED_IN = 302;

  @Override
  public void run(Options options) throws Exception {
    var people = options.get("people", 600);
    var seconds = options.get("seconds", 40);
    var hash = new BareHash();
    try (var around = Surroundings.start()) {
      List<Residents.Resident> residents;
      try (var inside = PortalInside.start(around)) {
        residents = Residents.register(inside, 50, hash.encoded());
      }
      try (var portal = PortalProcess.start(around)) {
        var browser = new Browser(portal.address());
        Report.progress("%d pages to warm up".formatted(options.get("warm-up", 3_000)));
        for (int page = 0; page < options.get("warm-up", 3_000); page++) {
          browser.get(PAGE, "");
        }
        var quiet = pages(browser, until(Duration.ofSeconds(10)));
        Report.progress("%d people log in for %d s".formatted(people, seconds));
        var answers = new ConcurrentHashMap<Integer, LongAdder>();
        var end = until(Duration.ofSeconds(seconds));
        double[] flooded;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
          for (int person = 0; person < people; person++) {
            var email = residents.get(person % residents.size()).email();
            threads.execute(() -> logInAgainAndAgain(browser, email, end, answers));
          }
          flooded = pages(browser, end);
        }
        report(quiet, flooded, answers, seconds);
      }
    }
  }

  private static void logInAgainAndAgain(
      Browser browser, String email, BooleanSupplier end, Map<Integer, LongAdder> answers) {
    var form = browser.loginForm();
    var fields = Map.of("email", email, "password", BareHash.PASSWORD);
    while (!end.getAsBoolean()) {
      int status;
      try {
        status = new Visitor(browser, form).post("/anmelden", fields).statusCode();
      } catch (IllegalStateException noAnswer) {
        status = 0;
      }
      answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }
  }

  /** How long one page after the other takes, in nanoseconds. */
  private static double[] pages(Browser browser, BooleanSupplier end) {
    var took = DoubleStream.builder();
    while (!end.getAsBoolean()) {
      var before = System.nanoTime();
      browser.get(PAGE, "");
      took.add((double) (System.nanoTime() - before));
    }
    return took.build().toArray();
  }

  private static BooleanSupplier until(Duration time) {
    var end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() - end >= 0;
  }

  private static void report(
      double[] quiet, double[] flooded, Map<Integer, LongAdder> answers, int seconds) {
    Report.row("a page of somebody else", "p50", "p99", "pages");
    row("before", quiet);
    row("while they log in", flooded);
    Report.row("logins", "number", "per second");
    answers.forEach((status, number) ->
        Report.row(name(status), number.sum(), "%.1f".formatted((double) number.sum() / seconds)));
    var lost =
        answers.entrySet().stream()
            .filter(answer -> answer.getKey() != LOGGED_IN)
            .mapToLong(answer -> answer.getValue().sum())
            .sum();
    Report.verdict(
        "%d logins that did not get in (target: none); a page takes %s at p99 meanwhile"
            .formatted(lost, Report.millis(Report.percentile(flooded, 99))));
  }

  private static void row(String name, double[] took) {
    Report.row(
        name,
        Report.millis(Report.percentile(took, 50)),
        Report.millis(Report.percentile(took, 99)),
        took.length);
  }

  private static String name(int status) {
    return switch (status) {
      case LOGGED_IN -> "logged in";
      case 0 -> "without an answer";
      default -> "status " + status;
    };
  }
}
