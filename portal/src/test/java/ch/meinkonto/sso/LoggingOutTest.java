package ch.meinkonto.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LocalServer;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maya logs out: of the portal, from an application, everywhere. */
class LoggingOutTest {

  private static final String AFTER = "http://localhost:4711/anwendungen/schulportal/";

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final RelyingParty school = new RelyingParty("schulportal", "schulamt");

  private LocalServer application;
  private volatile int status = 200;
  private Resident maya;

  @BeforeEach
  void anApplicationListensAndMayaIsRegistered() {
    application =
        LocalServer.start(
            "/anwendungen/schulportal/abgemeldet",
            exchange -> {
              heard.add(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
              exchange.sendResponseHeaders(status, -1);
            });
    maya = Resident.named("Maya", "Keller", LongTime.portal().address().getPort());
    maya.register(new Mailbox());
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void whoLogsOutOfThePortalIsLoggedOutOfTheApplication() throws Exception {
    var claims = school().verified(signIn());

    maya.browser().submit("/konto", "/abmelden", Map.of());

    var token = logoutToken();
    assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
    var said = token.getJWTClaimsSet();
    assertThat(said.getIssuer()).isEqualTo(RelyingParty.issuer().toString());
    assertThat(said.getAudience()).containsExactly("schulportal");
    assertThat(said.getSubject()).isEqualTo(claims.getSubject().getValue());
    assertThat(said.getStringClaim("sid")).isEqualTo(claims.getStringClaim("sid"));
    assertThat(said.getJSONObjectClaim("events"))
        .containsOnlyKeys("http://schemas.openid.net/event/backchannel-logout");
    assertThat(said.getClaim("nonce")).isNull();
  }

  @Test
  void aSessionThatMayaEndsFromElsewhereIsEndedAtTheApplication() throws Exception {
    var claims = school().verified(signIn());
    var elsewhere = maya.in(new Browser(LongTime.portal().address().getPort()));
    elsewhere.logIn();

    elsewhere.browser().submit("/konto/geraete", "/konto/geraete/abmelden", Map.of());

    assertThat(logoutToken().getJWTClaimsSet().getStringClaim("sid"))
        .isEqualTo(claims.getStringClaim("sid"));
  }

  @Test
  void aNewPasswordEndsTheApplicationsOfAllOtherSessions() throws Exception {
    signIn();
    var elsewhere = maya.in(new Browser(LongTime.portal().address().getPort()));
    elsewhere.logIn();

    var changed =
        elsewhere
            .browser()
            .submit(
                "/konto/passwort",
                Map.of("current", maya.password(), "password", "regen schirm lampe tisch"));

    assertThat(changed.status()).isEqualTo(302);
    assertThat(logoutToken().getJWTClaimsSet().getStringClaim("sid")).isNotEmpty();
  }

  @Test
  void anApplicationThatIsDownHearsLater() {
    status = 503;
    signIn();
    maya.browser().submit("/konto", "/abmelden", Map.of());
    await().atMost(Duration.ofSeconds(20)).until(() -> heard.size() == 1);

    status = 204;
    LongTime.clock().tick(Duration.ofMinutes(1));
    await().atMost(Duration.ofSeconds(20)).until(() -> heard.size() == 2);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            LongTime.rows("sso_logout WHERE address LIKE ?", "%:" + application.port() + "/%")
                == 0);
  }

  @Test
  void withTheSessionsOwnIdTokenMayaIsNotAskedAgain() {
    var hint = signIn().getIDTokenString();

    var answer =
        maya.browser()
            .get(
                logout(
                    Map.of(
                        "id_token_hint", hint,
                        "post_logout_redirect_uri", AFTER,
                        "state", "a b")));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.location()).isEqualTo(AFTER + "?state=a%20b");
    assertThat(maya.browser().get("/konto").location()).isEqualTo("/anmelden");
    await().atMost(Duration.ofSeconds(20)).until(() -> heard.size() == 1);
  }

  @Test
  void withoutOneMayaIsAsked() {
    var page =
        maya.browser()
            .get(logout(Map.of("client_id", "schulportal", "post_logout_redirect_uri", AFTER)));
    assertThat(page.body()).contains("Möchten Sie sich abmelden?");
    assertThat(maya.browser().get("/konto").status()).isEqualTo(200);

    var answer =
        maya.browser()
            .post(
                SsoPaths.LOGOUT_CONFIRMED,
                RelyingParty.hidden(page, "_csrf"),
                Map.of("client_id", "schulportal", "post_logout_redirect_uri", AFTER));

    assertThat(answer.headers().get("refresh")).containsExactly("0; url=" + AFTER);
    assertThat(maya.browser().get("/konto").location()).isEqualTo("/anmelden");
  }

  @Test
  void whatAnApplicationMayLeaveOutIsNotMissed() {
    var state = "s".repeat(128);
    for (var more :
        List.of(
            Map.of("post_logout_redirect_uri", AFTER),
            Map.of("post_logout_redirect_uri", AFTER, "state", state),
            Map.<String, String>of())) {
      var parameters = new HashMap<>(more);
      parameters.put("id_token_hint", signIn().getIDTokenString());

      var answer = maya.browser().get(logout(parameters));

      assertThat(answer.location())
          .isEqualTo(
              more.isEmpty()
                  ? SsoPaths.LOGGED_OUT
                  : AFTER + (more.containsKey("state") ? "?state=" + state : ""));
      var silent = school().request("openid");
      silent.put("prompt", "none");
      assertThat(school().sent(maya.browser().get(RelyingParty.address(silent))))
          .containsEntry("error", "login_required");
      maya.logIn();
    }
  }

  @Test
  void whoShowsNoIdTokenIsAskedAndLedNowhere() {
    signIn();
    for (var parameters :
        List.of(
            Map.<String, String>of(),
            Map.of("state", "a"),
            Map.of("post_logout_redirect_uri", AFTER, "state", "a"))) {
      var page = maya.browser().get(logout(parameters));
      assertThat(page.body()).contains("Möchten Sie sich abmelden?");
      assertThat(page.headers()).doesNotContainKey("refresh");

      var fields = new HashMap<>(parameters);
      fields.put("client_id", "");
      var answer =
          maya.browser()
              .post(SsoPaths.LOGOUT_CONFIRMED, RelyingParty.hidden(page, "_csrf"), fields);

      assertThat(answer.location()).isEqualTo(SsoPaths.LOGGED_OUT);
      assertThat(answer.headers()).doesNotContainKey("refresh");
      maya.logIn();
    }
  }

  @Test
  void toAnAddressThatIsNotRegisteredNobodyIsSent() {
    for (var evil :
        List.of("https://evil.example/", AFTER + "x", AFTER + "?foo=bar", "//evil.example")) {
      var hint = signIn().getIDTokenString();
      var answer =
          maya.browser()
              .get(logout(Map.of("id_token_hint", hint, "post_logout_redirect_uri", evil)));
      assertThat(answer.location()).isEqualTo("/sso/abgemeldet");
      assertThat(maya.browser().get("/sso/abgemeldet").body()).contains("Sie sind abgemeldet");
      maya.logIn();
    }
  }

  @Test
  void anIdTokenOfAnotherSessionOrNoneAtAllLogsNobodyOut() {
    var elsewhere = maya.in(new Browser(LongTime.portal().address().getPort()));
    elsewhere.logIn();
    var other = school().signIn(elsewhere.browser(), school().request("openid"));

    var unsigned = "eyJhbGciOiJub25lIn0." + signIn().getIDTokenString().split("\\.")[1] + ".";

    for (var hint : List.of(other.getIDTokenString(), unsigned, "eyJhbGciOiJub25lIn0.e30.", "x")) {
      var answer = maya.browser().get(logout(Map.of("id_token_hint", hint)));
      assertThat(answer.body()).contains("Möchten Sie sich abmelden?");
    }
    assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
    assertThat(maya.browser().postRaw(SsoPaths.LOGOUT_CONFIRMED, "client_id=x").status())
        .isEqualTo(403);
    assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
  }

  private RelyingParty school() {
    return school.at(application.port());
  }

  private com.nimbusds.openid.connect.sdk.token.OIDCTokens signIn() {
    return school().signIn(maya.browser(), school().request("openid"));
  }

  private SignedJWT logoutToken() throws Exception {
    await().atMost(Duration.ofSeconds(20)).until(() -> heard.size() == 1);
    assertThat(heard.getFirst()).startsWith("logout_token=");
    var token = SignedJWT.parse(heard.getFirst().substring("logout_token=".length()));
    var keys = JWKSet.load(school.provider().getJWKSetURI().toURL());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    return token;
  }

  private static String logout(Map<String, String> parameters) {
    return SsoPaths.LOGOUT + "?" + RelyingParty.form(parameters);
  }
}
