package ch.meinkonto.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Processor time of a portal for one password login, beside the bare hash of the password. The two
 * take turns, one at a time; medians of the rounds.
 */
final class LoginScenario implements Bench.Scenario {

  private static final int ACCOUNTS = 50;

  private record Round(double bare, double fresh, double freshDatabase, double known) {}

  @Override
  public void run(Options options) throws Exception {
    var rounds = new Round[options.get("rounds", 7)];
    var each = options.get("each", 200);
    var hash = new BareHash();
    try (var around = Surroundings.start()) {
      List<Residents.Resident> residents;
      try (var inside = PortalInside.start(around)) {
        residents = Residents.register(inside, ACCOUNTS, hash.encoded());
      }
      try (var portal = PortalProcess.start(around)) {
        var visit = new Visit(new Browser(portal.address()), residents);
        var cpu = ProcessorTime.of(portal.process().toHandle());
        var database = ProcessorTime.ofServer(around.server());
        var warmUp = options.get("warm-up", 2_000);
        Report.progress("%d logins to warm up".formatted(warmUp));
        var cold = each(cpu, warmUp, visit::fresh);
        each(ProcessorTime::ofThisThread, 50, _ -> hash.check());
        for (int number = 0; number < rounds.length; number++) {
          Report.progress("round %d of %d".formatted(number + 1, rounds.length));
          var bare = each(ProcessorTime::ofThisThread, each, _ -> hash.check());
          var before = database.getAsLong();
          var fresh = each(cpu, each, visit::fresh);
          var after = database.getAsLong();
          var known = each(cpu, each, visit::known);
          rounds[number] = new Round(bare, fresh, (double) (after - before) / each, known);
        }
        report(rounds, each, cold, idlePerSecond(cpu));
      }
    }
  }

  private static double each(LongSupplier clock, int times, IntConsumer work) {
    var before = clock.getAsLong();
    for (int number = 0; number < times; number++) {
      work.accept(number);
    }
    return (double) (clock.getAsLong() - before) / times;
  }

  private static double idlePerSecond(LongSupplier cpu) {
    var seconds = 5;
    var before = cpu.getAsLong();
    LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
    return (double) (cpu.getAsLong() - before) / seconds;
  }

  private static void report(Round[] rounds, int each, double cold, double idle) {
    var bare = median(rounds, Round::bare);
    Report.row("processor time per login", "median", "beside bare");
    row("bare hash (Argon2id, 19 MiB, 2 passes, 1 lane)", bare, 1);
    row("portal, a browser it does not know", rounds, Round::fresh);
    row("portal, a browser it knows", rounds, Round::known);
    Report.row(
        "PostgreSQL meanwhile, unknown browser",
        Report.millis(median(rounds, Round::freshDatabase)));
    Report.row("portal while it warmed up", Report.millis(cold));
    Report.row("portal without anybody, per second", Report.millis(idle));
    Report.line("%d rounds of %d each".formatted(rounds.length, each));
    Report.verdict(
        Report.times(median(rounds, round -> round.fresh() / round.bare()))
            + " the bare hash (target: at most 1.10)");
  }

  private static void row(String name, double nanos, double ratio) {
    Report.row(name, Report.millis(nanos), Report.times(ratio));
  }

  private static void row(String name, Round[] rounds, ToDoubleFunction<Round> figure) {
    row(
        name,
        median(rounds, figure),
        median(rounds, round -> figure.applyAsDouble(round) / round.bare()));
  }

  private static double median(Round[] rounds, ToDoubleFunction<Round> figure) {
    return Report.median(Arrays.stream(rounds).mapToDouble(figure).toArray());
  }

  /** Logs in one after the other. */
  private static final class Visit {

    private final Browser browser;
    private final List<Residents.Resident> residents;
    private final Browser.Form form;
    private final Map<String, String> marks = new HashMap<>();

    Visit(Browser browser, List<Residents.Resident> residents) {
      this.browser = browser;
      this.residents = residents;
      this.form = browser.loginForm();
    }

    void fresh(int number) {
      var email = residents.get(number % residents.size()).email();
      marks.put(email, "; " + mark(browser.logIn(form, email, BareHash.PASSWORD, "")));
    }

    void known(int number) {
      var email = residents.get(number % residents.size()).email();
      browser.logIn(form, email, BareHash.PASSWORD, marks.getOrDefault(email, ""));
    }

    private static String mark(String cookies) {
      return List.of(cookies.split("; ")).stream()
          .filter(cookie -> cookie.startsWith("mk-device="))
          .findFirst()
          .orElseThrow();
    }
  }
}
