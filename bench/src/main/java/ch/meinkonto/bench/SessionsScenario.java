package ch.meinkonto.bench;

import ch.meinkonto.unit.UnitKeys;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Logins, the page of one's sessions, ending them, and the timed cleaning: with a million accounts
 * and millions of sessions and sign-ins, beside a city of a thousand accounts. The two take turns.
 */
final class SessionsScenario implements Bench.Scenario {

  private static final int RESIDENTS = 20;
  private static final int SMALL = 1_000;
  private static final String PAGE = "/konto/geraete";

  /** What one does, in this order, and how often. */
  enum Step {
    PASSWORD("login with a password", 1),
    PASSKEY("login with a passkey", 4),
    SIGN_IN("sign-in at an application, with tokens", 1),
    PAGE("page of one's sessions", 3),
    END("end all others of them", 1);

    private final String title;
    private final int times;

    Step(String title, int times) {
      this.title = title;
      this.times = times;
    }
  }

  @Override
  public void run(Options options) throws Exception {
    var accounts = options.get("accounts", 1_000_000);
    var sessions = options.get("sessions", 2_500_000);
    var over = options.get("over", 14);
    var keys = UnitKeys.generate(Application.UNIT);
    var hash = new BareHash();
    try (var around = Surroundings.start()) {
      keys.writePublic(around.folder().resolve("unit-keys/" + Application.UNIT + ".jwks.json"));
      var people = equipped(around, hash, keys);
      around.copyDatabase("few", "many");
      fill(around, "few", SMALL, (int) ((long) sessions * SMALL / accounts), over);
      fill(around, "many", accounts, sessions, over);
      try (var few = Side.open(around, "few", people, keys);
          var many = Side.open(around, "many", people, keys)) {
        var bare = measure(few, many, hash, options);
        report(few, many, bare, "%,d".formatted(accounts));
        clean(around, few, many, bare);
      }
    }
  }

  private static List<Equipped> equipped(Surroundings around, BareHash hash, UnitKeys keys)
      throws IOException {
    List<Residents.Resident> residents;
    try (var inside = PortalInside.start(around)) {
      residents = Residents.register(inside, RESIDENTS, hash.encoded());
    }
    try (var portal = PortalProcess.start(around)) {
      var browser = new Browser(portal.address());
      var form = browser.loginForm();
      var application = Application.of(browser, portal, keys);
      return residents.stream()
          .map(one -> {
            var equipped = Equipped.setUp(browser, form, one.email(), portal.address());
            application.signIn(equipped.computer(), one.email());
            return equipped;
          })
          .toList();
    }
  }

  private static void fill(Surroundings around, String name, int accounts, int sessions, int over)
      throws SQLException {
    try (var connection = around.connect(name)) {
      Population.people(connection, accounts - RESIDENTS);
      Visits.fill(connection, accounts - RESIDENTS, sessions, over);
      Cleaning.putOff(connection);
    }
  }

  /** Returns how long a bare hash takes, in the same minutes. */
  private static double measure(Side few, Side many, BareHash hash, Options options) {
    var warmUp = options.get("warm-up", 200);
    Report.progress("%d visits each to warm up".formatted(warmUp));
    for (int number = 0; number < warmUp; number++) {
      few.visit(number);
      many.visit(number);
      hash.check();
    }
    few.forget();
    many.forget();
    var visits = options.get("visits", 200);
    Report.progress("%d visits each".formatted(visits));
    var bare = new double[visits];
    for (int number = 0; number < visits; number++) {
      few.visit(number);
      many.visit(number);
      var begin = System.nanoTime();
      hash.check();
      bare[number] = (double) (System.nanoTime() - begin);
    }
    return Report.median(bare);
  }

  private static void report(Side few, Side many, double bare, String accounts) {
    Report.row("one at a time", "1,000: p50", "p99", accounts + ":", "p99", "p50 beside");
    for (var step : Step.values()) {
      Report.row(
          "  " + step.title,
          Report.millis(few.time(step, 50)),
          Report.millis(few.time(step, 99)),
          Report.millis(many.time(step, 50)),
          Report.millis(many.time(step, 99)),
          Report.times(many.time(step, 50) / few.time(step, 50)));
    }
    Report.row(
        "  login with a password, apart from the hash",
        Report.millis(few.time(Step.PASSWORD, 50) - bare),
        "",
        Report.millis(many.time(Step.PASSWORD, 50) - bare),
        "",
        Report.times(withoutHash(few, many, bare)));
    Report.row("  bare hash", Report.millis(bare));
  }

  private static double withoutHash(Side few, Side many, double bare) {
    return (many.time(Step.PASSWORD, 50) - bare) / (few.time(Step.PASSWORD, 50) - bare);
  }

  private static void clean(Surroundings around, Side few, Side many, double bare)
      throws SQLException {
    var ratio = many.time(Step.PASSKEY, 50) / few.time(Step.PASSKEY, 50);
    var ratioOfPassword = withoutHash(few, many, bare);
    many.forget();
    for (int look = 0; look < 200; look++) {
      many.look(look);
    }
    var quiet = many.time(Step.PAGE, 99);
    Report.row("cleaning", "rows", "took", "page p50", "page p99", "passkey p99");
    row("  none", "", "", many);
    var worst = 0.0;
    for (var cleaning : Cleaning.values()) {
      cleaned(around, few, cleaning);
      cleaned(around, many, cleaning);
      worst = Math.max(worst, many.time(Step.PAGE, 99));
    }
    Report.verdict(
        "with millions a login with a passkey takes %s what it takes with thousands, with a password"
                .formatted(Report.times(ratio))
            + " %s apart from the hash; while it is cleaned up a page takes %s at p99 (else %s)"
                .formatted(
                    Report.times(ratioOfPassword), Report.millis(worst), Report.millis(quiet)));
  }

  private static void cleaned(Surroundings around, Side side, Cleaning cleaning)
      throws SQLException {
    side.forget();
    var number = new AtomicInteger();
    try (var connection = around.connect(side.database())) {
      var done = cleaning.run(connection, () -> side.look(number.getAndIncrement()));
      row(
          "  %s, %s".formatted(cleaning.table(), side.database()),
          "%,d".formatted(done.rows()),
          "%.1f s".formatted(done.seconds()),
          side);
    }
  }

  private static void row(String title, String rows, String took, Side side) {
    Report.row(
        title,
        rows,
        took,
        Report.millis(side.time(Step.PAGE, 50)),
        Report.millis(side.time(Step.PAGE, 99)),
        Report.millis(side.time(Step.PASSKEY, 99)));
  }

  /** One city: a database, its portal, and the same residents. */
  private record Side(
      String database,
      PortalProcess portal,
      List<Equipped> people,
      Application application,
      Map<Step, List<Double>> times)
      implements AutoCloseable {

    static Side open(Surroundings around, String name, List<Equipped> people, UnitKeys keys)
        throws IOException {
      var portal = PortalProcess.start(around, Map.of("DATABASE_URL", around.jdbcUrl(name)));
      var browser = new Browser(portal.address());
      var form = browser.loginForm();
      return new Side(
          name,
          portal,
          people.stream().map(one -> one.at(browser, form, portal.address())).toList(),
          Application.of(browser, portal, keys),
          new EnumMap<>(Step.class));
    }

    void visit(int number) {
      var person = people.get(number % people.size());
      for (var step : Step.values()) {
        for (int time = 0; time < step.times; time++) {
          timed(step, person);
        }
      }
    }

    /** A login and three pages. */
    void look(int number) {
      var person = people.get(number % people.size());
      timed(Step.PASSKEY, person);
      for (int time = 0; time < Step.PAGE.times; time++) {
        timed(Step.PAGE, person);
      }
      person.computer().post(PAGE + "/abmelden", Map.of());
    }

    private void timed(Step step, Equipped person) {
      var begin = System.nanoTime();
      take(step, person);
      times.computeIfAbsent(step, _ -> new ArrayList<>()).add((double) (System.nanoTime() - begin));
    }

    private void take(Step step, Equipped person) {
      switch (step) {
        case PASSWORD -> person.byPassword();
        case PASSKEY -> person.byPasskey();
        case SIGN_IN -> application.signIn(person.computer(), "");
        case PAGE -> person.computer().get(PAGE);
        case END -> person.computer().post(PAGE + "/abmelden", Map.of());
      }
    }

    double time(Step step, double percent) {
      return Report.percentile(
          times.getOrDefault(step, List.of()).stream().mapToDouble(Double::doubleValue).toArray(),
          percent);
    }

    void forget() {
      times.clear();
    }

    @Override
    public void close() throws IOException {
      portal.close();
    }
  }
}
