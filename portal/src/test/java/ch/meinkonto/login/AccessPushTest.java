package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LocalServer;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.SoftwareAuthenticator;
import ch.meinkonto.testing.TickingClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Maya's phone is woken when somebody asks it. */
@PortalTest
class AccessPushTest {

  private static final String PUSH = "/access/push";
  private static final Pattern KEY = Pattern.compile("data-key=\"([\\w-]{87})\"");
  private static final List<Woken> WOKEN = new CopyOnWriteArrayList<>();
  private static final LocalServer SERVICE = LocalServer.start("/", AccessPushTest::take);

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private Resident maya;
  private AccessHand phone;
  private String endpoint;

  /** What the push service got. */
  private record Woken(String path, String authorization, String ttl, String urgency, int length) {}

  @DynamicPropertySource
  static void theServiceIsKnown(DynamicPropertyRegistry registry) {
    registry.add("meinkonto.access.push.hosts", () -> "localhost:" + SERVICE.port());
  }

  @BeforeEach
  void mayaHasAPhone() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    phone = connect();
    endpoint = endpoint(200);
  }

  @AfterAll
  static void end() {
    SERVICE.close();
  }

  @Test
  void sheIsWokenAndTheServiceLearnsNothingElse() throws ParseException, JOSEException {
    var key = KEY.matcher(phone.phone().get("/access").body());
    assertThat(key.find()).isTrue();
    switchOn(endpoint);
    assertThat(phone.phone().get("/access").body())
        .contains("Ab jetzt meldet sich diese App", "data-woken=\"true\"");

    phone.ask(new Browser(port), maya.email());

    var woken = awaitWoken(endpoint);
    assertThat(woken.length()).isZero();
    assertThat(woken.ttl()).isEqualTo("180");
    assertThat(woken.urgency()).isEqualTo("high");
    var parts = woken.authorization().split("[ ,=]+", -1);
    assertThat(parts).hasSize(5).startsWith("vapid", "t").endsWith("k", key.group(1));
    var token = SignedJWT.parse(parts[2]);
    assertThat(token.verify(new ECDSAVerifier(point(key.group(1))))).isTrue();
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getAudience()).containsExactly("http://localhost:" + SERVICE.port());
    assertThat(claims.getSubject()).startsWith("mailto:");
    assertThat(claims.getExpirationTime().toInstant())
        .isBetween(clock.instant(), clock.instant().plusSeconds(24 * 3600));
  }

  @Test
  void whereItIsSentToIsNotReadableInTheDatabase() {
    switchOn(endpoint);
    assertThat(
            jdbc.sql("SELECT encode(endpoint, 'escape') FROM access_push")
                .query(String.class)
                .list())
        .noneMatch(row -> row.contains("localhost"));
  }

  @Test
  void onlyWhatPushServicesCallTheirOwnIsEverCalled() {
    for (var wrong :
        List.of(
            "",
            "kein:adresse",
            "https://boese.example/push",
            "http://localhost/push",
            "http://localhost:" + port + "/abmelden",
            "https://localhost:" + SERVICE.port() + ".boese.example/push",
            "https://maya@localhost:" + SERVICE.port() + "/push",
            endpoint + "?" + "x".repeat(1_000))) {
      switchOn(wrong);
      assertThat(phone.phone().get("/access").body())
          .as(wrong)
          .contains("auf eine Art, die wir nicht kennen", "data-woken=\"false\"");
    }
  }

  @Test
  void sheSwitchesItOff() {
    switchOn(endpoint);
    assertThat(phone.phone().submit("/access/handy", PUSH + "/aus", Map.of()).location())
        .isEqualTo("/access/handy");
    assertThat(phone.phone().get("/access").body()).contains("data-woken=\"false\"");
    isNotWoken();
  }

  @Test
  void anAddressThatTheServiceDoesNotKnowAnyMoreIsForgotten() {
    var gone = endpoint(410);
    switchOn(gone);
    phone.ask(new Browser(port), maya.email());
    awaitWoken(gone);
    await()
        .until(
            () -> phone.phone().get("/access/handy").body(), body -> !body.contains("Ausschalten"));
  }

  @Test
  void aServiceThatFailsTakesNothingAway() {
    var failing = endpoint(500);
    switchOn(failing);
    var computer = new Browser(port);
    phone.ask(computer, maya.email());
    awaitWoken(failing);
    phone.approve(computer);
    assertThat(AccessHand.finish(computer).location()).isEqualTo("/konto");
    assertThat(phone.phone().get("/access/handy").body()).contains("Ausschalten");
  }

  @Test
  void eachPhoneIsWokenAndADisconnectedOneNoMore() {
    switchOn(endpoint);
    var second = connect();
    var other = endpoint(200);
    second.phone().submit("/access/verbinden", PUSH, Map.of("endpoint", other));
    phone.ask(new Browser(port), maya.email());
    awaitWoken(endpoint);
    awaitWoken(other);

    phone.phone().submit("/access/handy", "/access/trennen", Map.of());
    phone.phone().get("/access");
    assertThat(count(endpoint)).isEqualTo(1);
    second.deny();
    phone.ask(new Browser(port), maya.email());
    await().until(() -> count(other) == 2);
    assertThat(count(endpoint)).isEqualTo(1);
  }

  @Test
  void whoHasNoPhoneHereSwitchesNothingOn() {
    var stranger = new Browser(port);
    assertThat(stranger.submit("/access/verbinden", PUSH, Map.of("endpoint", endpoint)).status())
        .isEqualTo(404);
    assertThat(stranger.submit("/access/verbinden", PUSH + "/aus", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void theScriptThatIsWokenSpeaksTheLanguageOfThePage() {
    var script = new Browser(port).get("/access/helfer.js?sprache=en", "de");
    assertThat(script.headers())
        .containsEntry("service-worker-allowed", List.of("/access"))
        .containsEntry("content-type", List.of("text/javascript;charset=UTF-8"));
    assertThat(script.body()).contains("Would you like to log in?", "lang: \"en\"");
    for (var none : new String[] {"", "?sprache=xx", "?sprache=%22%2Balert(1)%2B%22"}) {
      assertThat(new Browser(port).get("/access/helfer.js" + none, "de").body())
          .contains("Möchten Sie sich anmelden?", "lang: \"de\"");
    }
  }

  private void switchOn(String address) {
    phone.phone().submit("/access/verbinden", PUSH, Map.of("endpoint", address));
  }

  private void isNotWoken() {
    var computer = new Browser(port);
    phone.ask(computer, maya.email());
    phone.approve(computer);
    assertThat(count(endpoint)).isZero();
  }

  private AccessHand connect() {
    return AccessHand.connect(
        maya, new Browser(port), SoftwareAuthenticator.at(settings.baseUrl()));
  }

  private static String endpoint(int status) {
    return "http://localhost:%d/%d/%s".formatted(SERVICE.port(), status, UUID.randomUUID());
  }

  private static Woken awaitWoken(String address) {
    await().until(() -> count(address) > 0);
    return WOKEN.stream().filter(woken -> address.endsWith(woken.path())).findFirst().orElseThrow();
  }

  private static long count(String address) {
    return WOKEN.stream().filter(woken -> address.endsWith(woken.path())).count();
  }

  private static ECKey point(String key) {
    var bytes = new Base64URL(key).decode();
    return new ECKey.Builder(
            Curve.P_256,
            Base64URL.encode(Arrays.copyOfRange(bytes, 1, 33)),
            Base64URL.encode(Arrays.copyOfRange(bytes, 33, 65)))
        .build();
  }

  private static void take(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    WOKEN.add(
        new Woken(
            path,
            header(exchange, "Authorization"),
            header(exchange, "TTL"),
            header(exchange, "Urgency"),
            exchange.getRequestBody().readAllBytes().length));
    exchange.sendResponseHeaders(Integer.parseInt(path.split("/", -1)[1]), -1);
  }

  private static String header(HttpExchange exchange, String name) {
    return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
  }
}
