package ch.meinkonto.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Logins with a passkey and with the app Access beside those with a password, several people at a
 * time: how many a second, and what one costs. The three take turns; medians of the rounds.
 */
final class DevicesScenario implements Bench.Scenario {

  private enum Way {
    PASSWORD("password", Equipped::byPassword),
    PASSKEY("passkey", Equipped::byPasskey),
    APP("app Access, with the phone's requests", Equipped::byApp);

    private final String title;
    private final Consumer<Equipped> logIn;

    Way(String title, Consumer<Equipped> logIn) {
      this.title = title;
      this.logIn = logIn;
    }
  }

  private record Round(double perSecond, double portal, double database) {}

  @Override
  public void run(Options options) throws Exception {
    var people = options.get("people", 40);
    var threads = options.get("threads", 4);
    try (var around = Surroundings.start()) {
      List<Residents.Resident> residents;
      try (var inside = PortalInside.start(around)) {
        residents = Residents.register(inside, people, new BareHash().encoded());
      }
      try (var portal = PortalProcess.start(around)) {
        var browser = new Browser(portal.address());
        var form = browser.loginForm();
        Report.progress("%d people make a passkey and connect a phone".formatted(people));
        var equipped =
            residents.stream()
                .map(one -> Equipped.setUp(browser, form, one.email(), portal.address()))
                .toList();
        var crowd = new Crowd<>(equipped, threads);
        var cpu = ProcessorTime.of(portal.process().toHandle());
        var database = ProcessorTime.ofServer(around.server());
        var measured = measure(around, crowd, cpu, database, options);
        report(measured, threads);
      }
    }
  }

  private static Map<Way, List<Round>> measure(
      Surroundings around,
      Crowd<Equipped> crowd,
      LongSupplier cpu,
      LongSupplier database,
      Options options)
      throws SQLException {
    var measured = new EnumMap<Way, List<Round>>(Way.class);
    var warmUp = options.get("warm-up", 6);
    var rounds = options.get("rounds", 5);
    var each = options.get("each", 200);
    for (int number = 1 - warmUp; number <= rounds; number++) {
      Report.progress(number > 0 ? "round %d of %d".formatted(number, rounds) : "warming up");
      for (var way : Way.values()) {
        forgetLimits(around);
        var cpuBefore = cpu.getAsLong();
        var databaseBefore = database.getAsLong();
        var nanos = crowd.each(each, way.logIn);
        var round =
            new Round(
                each * 1e9 / nanos,
                (double) (cpu.getAsLong() - cpuBefore) / each,
                (double) (database.getAsLong() - databaseBefore) / each);
        if (number > 0) {
          measured.computeIfAbsent(way, _ -> new ArrayList<>()).add(round);
        }
      }
    }
    return measured;
  }

  /** As if hours had passed: a phone is asked a few times an hour only. */
  private static void forgetLimits(Surroundings around) throws SQLException {
    try (var connection = around.connect();
        var statement = connection.createStatement()) {
      statement.execute("TRUNCATE platform_rate_limit");
    }
  }

  private static void report(Map<Way, List<Round>> measured, int threads) {
    Report.row("%d people at a time".formatted(threads), "per second", "portal", "PostgreSQL");
    measured.forEach((way, rounds) ->
        Report.row(
            "  " + way.title,
            "%.1f".formatted(median(rounds, Round::perSecond)),
            Report.millis(median(rounds, Round::portal)),
            Report.millis(median(rounds, Round::database))));
    Report.verdict(
        "%.0f logins with a passkey a second, %.0f with the app, %.0f with a password"
            .formatted(
                median(measured.getOrDefault(Way.PASSKEY, List.of()), Round::perSecond),
                median(measured.getOrDefault(Way.APP, List.of()), Round::perSecond),
                median(measured.getOrDefault(Way.PASSWORD, List.of()), Round::perSecond)));
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Report.median(rounds.stream().mapToDouble(figure).toArray());
  }
}
