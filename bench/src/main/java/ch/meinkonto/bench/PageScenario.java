package ch.meinkonto.bench;

import ch.meinkonto.request.Requests;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A service page and the inbox, in a city with few accounts and in one with a million. Both have
 * the same residents with real accounts, a portal and a database of their own on one server, and
 * take turns, one page at a time.
 */
final class PageScenario implements Bench.Scenario {

  private static final int RESIDENTS = 20;
  private static final int REQUESTS = 10;
  private static final int SMALL = 1_000;
  private static final String SERVICE_PAGE = "/dienste/" + Surroundings.SERVICE;

  private enum Kind {
    ANONYMOUS("service page, anonymous", SERVICE_PAGE),
    KNOWN("service page, logged in", SERVICE_PAGE),
    INBOX("inbox, " + REQUESTS + " threads", "/mitteilungen");

    private final String title;
    private final String path;

    Kind(String title, String path) {
      this.title = title;
      this.path = path;
    }
  }

  @Override
  public void run(Options options) throws Exception {
    var accounts = options.get("accounts", 1_000_000);
    var letters = options.get("letters", 2);
    try (var around = Surroundings.start()) {
      List<Residents.Resident> residents;
      try (var inside = PortalInside.start(around)) {
        residents = Residents.register(inside, RESIDENTS, new BareHash().encoded());
        var requests = inside.bean(Requests.class);
        for (int number = 0; number < RESIDENTS * REQUESTS; number++) {
          Residents.send(requests, residents.get(number % RESIDENTS));
        }
      }
      around.copyDatabase("few", "many");
      grow(around, "few", SMALL, letters);
      grow(around, "many", accounts, letters);
      try (var few = Side.open(around, "few", SMALL, residents);
          var many = Side.open(around, "many", accounts, residents)) {
        few.addSessions();
        many.addSessions();
        measure(few, many, options);
        report(few, many, options.get("counted", 400));
      }
    }
  }

  private static void grow(Surroundings around, String name, int accounts, int letters)
      throws SQLException {
    try (var connection = around.connect(name)) {
      Population.accounts(connection, accounts - RESIDENTS, letters);
    }
  }

  private static void measure(Side few, Side many, Options options) {
    var warmUp = options.get("warm-up", 8_000);
    Report.progress("%d of each page to warm up".formatted(warmUp));
    turn(few, many, warmUp);
    few.forget();
    many.forget();
    var rounds = options.get("rounds", 7);
    for (int number = 1; number <= rounds; number++) {
      Report.progress("round %d of %d".formatted(number, rounds));
      turn(few, many, options.get("each", 200));
    }
  }

  private static void turn(Side few, Side many, int each) {
    for (var kind : Kind.values()) {
      few.visit(kind, each);
      many.visit(kind, each);
    }
  }

  private static void report(Side few, Side many, int counted) throws SQLException {
    for (var side : List.of(few, many)) {
      Report.line("%,d accounts:".formatted(side.accounts()));
      Report.row("  per page", "portal", "PostgreSQL", "p50", "p99");
      for (var kind : Kind.values()) {
        var series = side.series(kind);
        Report.row(
            "  " + kind.title,
            Report.millis(series.portal()),
            Report.millis(series.database()),
            Report.millis(series.time(50)),
            Report.millis(series.time(99)));
      }
    }
    Report.row("many beside few", "processor", "p50");
    for (var kind : Kind.values()) {
      var series = many.series(kind);
      Report.row(
          "  " + kind.title,
          Report.times(series.processor() / few.series(kind).processor()),
          Report.times(series.time(50) / few.series(kind).time(50)));
    }
    Report.row("in the database, per page", "transactions", "rows written");
    for (var kind : Kind.values()) {
      var count = many.count(kind, counted);
      Report.row("  " + kind.title, decimal(count.transactions()), decimal(count.written()));
    }
    var known = many.series(Kind.KNOWN);
    Report.verdict(
        "a logged-in page costs %s an anonymous one (target: at most 1.50), p99 %s (under 20 ms);"
                .formatted(
                    Report.times(known.processor() / many.series(Kind.ANONYMOUS).processor()),
                    Report.millis(known.time(99)))
            + " with %,d accounts it costs %s, the inbox %s what it costs with %,d"
                .formatted(
                    many.accounts(),
                    Report.times(known.processor() / few.series(Kind.KNOWN).processor()),
                    Report.times(
                        many.series(Kind.INBOX).processor() / few.series(Kind.INBOX).processor()),
                    few.accounts()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** What was measured of one kind of page on one side. */
  private static final class Series {

    private final List<Double> portal = new ArrayList<>();
    private final List<Double> database = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    double portal() {
      return Report.median(array(portal));
    }

    double database() {
      return Report.median(array(database));
    }

    double processor() {
      return portal() + database();
    }

    double time(double percent) {
      return Report.percentile(array(times), percent);
    }

    private static double[] array(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private record Count(double transactions, double written) {}

  /** One city: a database, its portal, and residents who are logged in. */
  private record Side(
      Surroundings around,
      String database,
      int accounts,
      PortalProcess portal,
      Browser browser,
      List<String> cookies,
      LongSupplier portalTime,
      LongSupplier databaseTime,
      Map<Kind, Series> all)
      implements AutoCloseable {

    static Side open(
        Surroundings around, String name, int accounts, List<Residents.Resident> residents)
        throws IOException {
      var portal = PortalProcess.start(around, Map.of("DATABASE_URL", around.jdbcUrl(name)));
      var browser = new Browser(portal.address());
      var form = browser.loginForm();
      var cookies =
          residents.stream()
              .map(one -> browser.logIn(form, one.email(), BareHash.PASSWORD, ""))
              .toList();
      return new Side(
          around,
          name,
          accounts,
          portal,
          browser,
          cookies,
          ProcessorTime.of(portal.process().toHandle()),
          ProcessorTime.ofServer(around.server()),
          new EnumMap<>(Kind.class));
    }

    /** As if every tenth were logged in. */
    void addSessions() throws SQLException {
      try (var connection = around.connect(database)) {
        Population.sessions(connection, accounts / 10);
      }
    }

    Series series(Kind kind) {
      return all.computeIfAbsent(kind, _ -> new Series());
    }

    void forget() {
      all.clear();
    }

    void visit(Kind kind, int times) {
      var series = series(kind);
      var portalBefore = portalTime.getAsLong();
      var databaseBefore = databaseTime.getAsLong();
      for (int number = 0; number < times; number++) {
        var begin = System.nanoTime();
        open(kind, number);
        series.times.add((double) (System.nanoTime() - begin));
      }
      series.portal.add((double) (portalTime.getAsLong() - portalBefore) / times);
      series.database.add((double) (databaseTime.getAsLong() - databaseBefore) / times);
    }

    /** What the pages make the database do; it counts with a delay. */
    Count count(Kind kind, int times) throws SQLException {
      var before = counted();
      for (int number = 0; number < times; number++) {
        open(kind, number);
      }
      var after = counted();
      return new Count(
          (after.transactions() - before.transactions()) / times,
          (after.written() - before.written()) / times);
    }

    private Count counted() throws SQLException {
      LockSupport.parkNanos(Duration.ofSeconds(11).toNanos());
      try (var connection = around.connect("template1");
          var statement =
              connection.prepareStatement(
                  """
                  SELECT xact_commit, tup_inserted + tup_updated + tup_deleted
                  FROM pg_stat_database WHERE datname = ?
                  """)) {
        statement.setString(1, database);
        try (var row = statement.executeQuery()) {
          row.next();
          return new Count(row.getLong(1), row.getLong(2));
        }
      }
    }

    private void open(Kind kind, int number) {
      browser.get(kind.path, kind == Kind.ANONYMOUS ? "" : cookies.get(number % cookies.size()));
    }

    @Override
    public void close() throws IOException {
      portal.close();
    }
  }
}
