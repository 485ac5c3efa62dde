package ch.meinkonto.bench;

import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The same sign-in at an application, once through the portal and once through Keycloak: the code
 * flow with PKCE from the application's request over login form and password to the tokens, with
 * the same hash, on one database server. The two take turns; medians of the rounds.
 */
final class KeycloakScenario implements Bench.Scenario {

  @Override
  public void run(Options options) throws Exception {
    var people = options.get("people", 50);
    var keys = UnitKeys.generate(Application.UNIT);
    try (var around = Surroundings.start()) {
      keys.writePublic(around.folder().resolve("unit-keys/" + Application.UNIT + ".jwks.json"));
      List<String> residents;
      try (var inside = PortalInside.start(around)) {
        residents =
            Residents.register(inside, people, new BareHash().encoded()).stream()
                .map(Residents.Resident::email)
                .toList();
      }
      var users = IntStream.range(0, people).mapToObj("anna%d@example.org"::formatted).toList();
      Report.progress("Keycloak makes its database and takes over its realm");
      KeycloakProcess.prepare(around, realm(users, keys));
      KeycloakProcess.start(around).close();
      KeycloakProcess.mustHashAlike(around);
      try (var portal = ours(around, residents, keys);
          var keycloak = theirs(around, users, keys)) {
        measure(portal, keycloak, options);
        report(portal, keycloak, options.get("threads", 4));
      }
    }
  }

  private static Side ours(Surroundings around, List<String> people, UnitKeys keys)
      throws IOException {
    var begin = System.nanoTime();
    var portal = PortalProcess.start(around);
    var seconds = (System.nanoTime() - begin) / 1e9;
    var browser = new Browser(portal.address());
    return new Side(
        new Started("Mein Konto", portal.process().toHandle(), portal, seconds),
        ProcessorTime.ofServer(around.server()),
        new Signing(browser, browser.loginForm(), Application.of(browser, portal, keys)),
        people);
  }

  private static Side theirs(Surroundings around, List<String> people, UnitKeys keys)
      throws IOException {
    var begin = System.nanoTime();
    var keycloak = KeycloakProcess.start(around);
    var seconds = (System.nanoTime() - begin) / 1e9;
    var browser = new Browser(keycloak.address());
    var provider =
        Application.Provider.keycloak(keycloak.address().toString(), KeycloakProcess.REALM);
    return new Side(
        new Started("Keycloak", keycloak.server(), keycloak, seconds),
        ProcessorTime.ofServer(around.server()),
        new Signing(browser, new Browser.Form("", ""), new Application(browser, provider, keys)),
        people);
  }

  /** The same people, the same application, the same limits on guessing as far as it has them. */
  private static String realm(List<String> people, UnitKeys keys) {
    var application =
        Map.of(
            "clientId",
            Application.ID,
            "redirectUris",
            List.of(Application.REDIRECT),
            "clientAuthenticatorType",
            "client-jwt",
            "attributes",
            Map.of(
                "pkce.code.challenge.method", "S256",
                "token.endpoint.auth.signing.alg", "ES256",
                "use.jwks.string", "true",
                "jwks.string", keys.publicJwks().toString()));
    return JSONObjectUtils.toJSONString(
        Map.of(
            "realm",
            KeycloakProcess.REALM,
            "enabled",
            true,
            "sslRequired",
            "none",
            "passwordPolicy",
            "hashAlgorithm(argon2)",
            "bruteForceProtected",
            true,
            "clients",
            List.of(application),
            "users",
            people.stream().map(KeycloakScenario::user).toList()));
  }

  private static Map<String, Object> user(String email) {
    return Map.of(
        "username",
        email,
        "email",
        email,
        "emailVerified",
        true,
        "enabled",
        true,
        "firstName",
        "Anna",
        "lastName",
        "Keller",
        "credentials",
        List.of(Map.of("type", "password", "value", BareHash.PASSWORD)));
  }

  private static void measure(Side ours, Side theirs, Options options) {
    var warmUp = options.get("warm-up", 6);
    var rounds = options.get("rounds", 5);
    var each = options.get("each", 150);
    var threads = options.get("threads", 4);
    for (int number = 1 - warmUp; number <= rounds; number++) {
      Report.progress(number > 0 ? "round %d of %d".formatted(number, rounds) : "warming up");
      ours.round(each, threads);
      theirs.round(each, threads);
      if (number == 0) {
        ours.rounds.clear();
        theirs.rounds.clear();
      }
    }
  }

  private static void report(Side ours, Side theirs, int threads) throws IOException {
    Report.row("a sign-in at an application", "server", "PostgreSQL", "both", "per second");
    for (var side : List.of(ours, theirs)) {
      Report.row(
          "  " + side.started.name(),
          Report.millis(side.median(Round::server)),
          Report.millis(side.median(Round::database)),
          Report.millis(side.median(Round::processor)),
          "%.1f".formatted(side.median(Round::perSecond)));
    }
    Report.line("%d people at a time; processor time of one sign-in".formatted(threads));
    Report.row("the server itself", "start", "resident");
    for (var side : List.of(ours, theirs)) {
      Report.row(
          "  " + side.started.name(),
          "%.1f s".formatted(side.started.seconds()),
          "%.0f MB".formatted(Memory.resident(side.started.process())));
    }
    Report.verdict(
        "a sign-in costs %s the processor time of one through Keycloak, %s as many come in a second"
            .formatted(
                Report.times(ours.median(Round::processor) / theirs.median(Round::processor)),
                Report.times(ours.median(Round::perSecond) / theirs.median(Round::perSecond))));
  }

  private record Round(double perSecond, double server, double database) {
    double processor() {
      return server + database;
    }
  }

  /** A server that runs, on a database that it knows already. */
  private record Started(String name, ProcessHandle process, Closeable server, double seconds) {}

  /** How somebody signs in who has never been here. */
  private record Signing(Browser browser, Browser.Form form, Application application) {
    void in(String person) {
      application.signIn(new Visitor(browser, form), person);
    }
  }

  /** One of the two. */
  private record Side(
      Started started,
      LongSupplier server,
      LongSupplier database,
      Signing signing,
      List<String> people,
      List<Round> rounds)
      implements AutoCloseable {

    Side(Started started, LongSupplier database, Signing signing, List<String> people) {
      this(
          started,
          ProcessorTime.of(started.process()),
          database,
          signing,
          people,
          new ArrayList<>());
    }

    void round(int each, int threads) {
      var serverBefore = server.getAsLong();
      var databaseBefore = database.getAsLong();
      var nanos = new Crowd<>(people, threads).each(each, signing::in);
      rounds.add(
          new Round(
              each * 1e9 / nanos,
              (double) (server.getAsLong() - serverBefore) / each,
              (double) (database.getAsLong() - databaseBefore) / each));
    }

    double median(ToDoubleFunction<Round> figure) {
      return Report.median(rounds.stream().mapToDouble(figure).toArray());
    }

    @Override
    public void close() throws IOException {
      started.server().close();
    }
  }
}
