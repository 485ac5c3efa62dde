package ch.meinkonto.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Processor time of a portal for one password login, beside the bare hash of the password. Hash and
 * login take turns, one by one, so that both meet the same machine; medians of the rounds.
 */
final class LoginScenario implements Bench.Scenario {

  private static final int ACCOUNTS = 50;

  /** A portal that has run for a while compiles itself for less of its time. */
  private static final double COMPILING_ENDED = 0.02;

  /** Compiles after a tenth of the calls, so that it need not serve 20,000 logins before. */
  private static final String SOON_COMPILED = "-XX:CompileThresholdScaling=0.1";

  /** What a login starts, such as a mail, is over after that. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);

  private record Round(LoginCost fresh, LoginCost known) {}

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
      try (var portal = PortalProcess.start(around, PortalProcess.command(SOON_COMPILED))) {
        var visit = new Visit(new Browser(portal.address()), residents);
        var clocks =
            new LoginCost.Clocks(
                ProcessorTime.of(portal.process().toHandle()),
                ProcessorTime.ofCompilers(portal.process().toHandle()),
                ProcessorTime.ofServer(around.server()));
        warmUp(visit, clocks, options.get("warm-up", 3_000), options.get("at-most", 15_000));
        pause(AFTERWARDS);
        var idle = idle(clocks);
        for (int number = 0; number < rounds.length; number++) {
          Report.progress("round %d of %d".formatted(number + 1, rounds.length));
          rounds[number] =
              new Round(
                  cost(clocks, idle, hash, each, visit::fresh),
                  cost(clocks, idle, hash, each, visit::known));
        }
        report(rounds, each, idle);
      }
    }
  }

  /** Logs in until the portal has compiled what it needs, as any has that has run for a day. */
  private static void warmUp(Visit visit, LoginCost.Clocks clocks, int atLeast, int atMost)
      throws Exception {
    var step = 1_000;
    var compiling = 1.0;
    for (int done = 0; done < atLeast || (done < atMost && compiling > COMPILING_ENDED); ) {
      var before = clocks.read();
      try (var two = Executors.newFixedThreadPool(2)) {
        two.submit(() -> IntStream.range(0, step / 2).forEach(visit::fresh)).get();
        var known = two.submit(() -> IntStream.range(0, step / 4).forEach(visit::known));
        IntStream.range(step / 4, step / 2).forEach(visit::known);
        known.get();
      }
      done += step;
      var spent = clocks.read().minus(before);
      compiling = spent.compilers() / spent.portal();
      Report.progress(
          "%d logins to warm up, %s each, %.1f %% of it compiling"
              .formatted(done, Report.millis(spent.portal() / step), compiling * 100));
    }
  }

  /** What the portal does by itself in a second. */
  private static LoginCost.Spent idle(LoginCost.Clocks clocks) {
    var seconds = 10;
    var before = clocks.read();
    pause(Duration.ofSeconds(seconds));
    return clocks.read().minus(before).times(1.0 / seconds);
  }

  private static LoginCost cost(
      LoginCost.Clocks clocks, LoginCost.Spent idle, BareHash hash, int each, IntConsumer login) {
    var before = clocks.read();
    var bare = 0L;
    for (int number = 0; number < each; number++) {
      var start = ProcessorTime.ofThisThread();
      hash.check();
      bare += ProcessorTime.ofThisThread() - start;
      login.accept(number);
    }
    pause(AFTERWARDS);
    var spent = clocks.read().minus(before);
    return new LoginCost(
        (double) bare / each, spent.minus(idle.times(spent.seconds())).times(1.0 / each));
  }

  private static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  private static void report(Round[] rounds, int each, LoginCost.Spent idle) {
    Report.row("processor time per login", "median", "beside bare");
    row(
        "bare hash (Argon2id, 19 MiB, 2 passes, 1 lane)",
        median(rounds, round -> (round.fresh().bare() + round.known().bare()) / 2),
        1);
    row("portal, a browser it knows", rounds, Round::known);
    row("portal, a browser it does not know, and a mail", rounds, Round::fresh);
    Report.line(
        "%d rounds of %d each; the portal by itself, taken off above: %s per second"
            .formatted(rounds.length, each, Report.millis(idle.portal())));
    Report.verdict(
        "%s the bare hash (target: at most 1.10), %s when a mail tells of a new browser"
            .formatted(
                Report.times(median(rounds, round -> round.known().ratio())),
                Report.times(median(rounds, round -> round.fresh().ratio()))));
  }

  private static void row(String name, double nanos, double ratio) {
    Report.row(name, Report.millis(nanos), Report.times(ratio));
  }

  private static void row(String name, Round[] rounds, Function<Round, LoginCost> kind) {
    row(
        name,
        median(rounds, round -> kind.apply(round).spent().portal()),
        median(rounds, round -> kind.apply(round).ratio()));
    row(
        "– of it compiling",
        median(rounds, round -> kind.apply(round).spent().compilers()),
        median(rounds, round -> kind.apply(round).spent().compilers() / kind.apply(round).bare()));
    Report.row(
        "– PostgreSQL meanwhile",
        Report.millis(median(rounds, round -> kind.apply(round).spent().database())));
  }

  private static double median(Round[] rounds, ToDoubleFunction<Round> figure) {
    return Report.median(Arrays.stream(rounds).mapToDouble(figure).toArray());
  }

  /** Logs in one after the other. */
  private static final class Visit {

    private final Browser browser;
    private final List<Residents.Resident> residents;
    private final Browser.Form form;
    private final Map<String, String> marks = new ConcurrentHashMap<>();

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
