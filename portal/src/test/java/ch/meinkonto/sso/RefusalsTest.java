package ch.meinkonto.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.activation.Activated;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks wrongly, or for what is not theirs, gets nothing. */
class RefusalsTest {

  private static final String ISSUER = RelyingParty.issuer().toString();
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final RelyingParty school = new RelyingParty("schulportal", "schulamt");
  private final RelyingParty energy = new RelyingParty("energiecockpit", "ewz");
  private final Browser stranger = new Browser(LongTime.portal().address().getPort());

  private Resident maya;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", LongTime.portal().address().getPort());
    maya.register(new Mailbox());
    Activated.everywhere(LongTime.portal(), maya.email());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "http://localhost:4711/anwendungen/schulportal/zurueck/",
        "http://localhost:4711/anwendungen/schulportal/zurueck?x=1",
        "http://localhost:4711/anwendungen/steuerkonto/zurueck",
        "http://localhost:4711@evil.example/anwendungen/schulportal/zurueck",
        "http://localhost.evil.example/anwendungen/schulportal/zurueck",
        "https://localhost:4711/anwendungen/schulportal/zurueck",
        "//evil.example",
        "javascript:alert(1)",
        ""
      })
  void toAnAddressThatIsNotRegisteredNobodyIsSent(String redirectUri) {
    var request = school.request("openid");
    request.put("redirect_uri", redirectUri);

    var answer = maya.browser().get(RelyingParty.address(request));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.location()).isEmpty();
    assertThat(answer.headers()).doesNotContainKey("refresh");
    assertThat(answer.body())
        .contains("Diese Anmeldung geht nicht")
        .doesNotContain("//evil.example", "alert(1)");
  }

  @Test
  void anUnknownApplicationGetsAPageAndNoRedirect() {
    for (var client : new String[] {"unbekannt", "", "x".repeat(5_000), "<script>", "a\u0000b"}) {
      var request = school.request("openid");
      request.put("client_id", client);
      var answer = maya.browser().get(RelyingParty.address(request));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.location()).isEmpty();
      assertThat(answer.body()).doesNotContain("<script>");
    }
    var twice = RelyingParty.address(school.request("openid")) + "&client_id=schulportal";
    assertThat(maya.browser().get(twice).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code_challenge||invalid_request",
        "code_challenge|zu-kurz|invalid_request",
        "code_challenge_method|plain|invalid_request",
        "code_challenge_method||invalid_request",
        "response_type|token|unsupported_response_type",
        "response_type|code id_token|unsupported_response_type",
        "response_type||invalid_request",
        "response_mode|fragment|invalid_request",
        "scope|profile|invalid_scope",
        "scope||invalid_scope",
        "scope|openid offline_access|invalid_scope",
        "prompt|none login|invalid_request",
        "prompt|sing|invalid_request",
        "max_age|-1|invalid_request",
        "max_age|viel|invalid_request",
        "claims|{|invalid_request",
        "claims|[]|invalid_request",
        "claims|{\"id_token\":7}|invalid_request",
        "request|eyJhbGciOiJub25lIn0.e30.|request_not_supported",
        "request_uri|https://evil.example/r|request_uri_not_supported",
        "registration|{}|registration_not_supported",
        "id_token_hint|eyJhbGciOiJub25lIn0.e30.|invalid_request"
      })
  void whatIsNotAsTheStandardSaysIsSaidSo(String name, String value, String error) {
    var request = school.request("openid");
    if (value == null) {
      request.remove(name);
    } else {
      request.put(name, value);
    }

    assertThat(school.sent(maya.browser().get(RelyingParty.address(request))))
        .containsEntry("error", error)
        .containsEntry("state", "s & t=1")
        .containsEntry("iss", ISSUER)
        .doesNotContainKey("code");
  }

  @Test
  void whatMustBePushedAheadIsNotTakenFromABrowser() {
    var taxes = new RelyingParty("steuerkonto", "steueramt");
    assertThat(taxes.sent(maya.browser().get(RelyingParty.address(taxes.request("openid")))))
        .containsEntry("error", "invalid_request")
        .doesNotContainKey("code");

    var pushed = taxes.pushed(taxes.request("openid"));
    var beside = new HashMap<>(pushed);
    beside.put("scope", "openid profile email phone");
    assertThat(RelyingParty.follow(maya.browser(), RelyingParty.address(beside)).status())
        .isEqualTo(403); // as pushed: she has no second factor
    var others = new HashMap<>(pushed);
    others.put("client_id", "schulportal");
    assertThat(maya.browser().get(RelyingParty.address(others)).status()).isEqualTo(410);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "nonce", "scope", "claims", "login_hint", "acr_values", "foo"})
  void whatIsTooLongOrHostileBreaksNothing(String name) {
    for (var bad :
        new String[] {"x".repeat(3_000), "a\u0000b\r\nSet-Cookie: x=y", "\ud83d\ude00'\"<>"}) {
      var request = school.request("openid");
      request.put("prompt", "none");
      request.put(name, bad);
      var answer = stranger.get(RelyingParty.address(request));
      assertThat(school.sent(answer)).containsKey("error").doesNotContainKey("code");
      assertThat(answer.cookies()).noneMatch(cookie -> cookie.startsWith("x="));
    }
  }

  @Test
  void aCodeIsGoodOnceAndTheSecondTimeTakesBackWhatItYielded() {
    var code = school.code(maya.browser(), school.request("openid profile"));
    var tokens = RelyingParty.tokens(school.exchange(code));
    assertThat(school.userInfo(tokens).indicatesSuccess()).isTrue();

    assertThat(error(school.exchange(code))).isEqualTo("invalid_grant");

    assertThat(school.userInfo(tokens).indicatesSuccess()).isFalse();
  }

  @Test
  void aCodeIsGoodForAMinute() {
    var code = school.code(maya.browser(), school.request("openid"));
    LongTime.clock().tick(Duration.ofSeconds(61));
    assertThat(error(school.exchange(code))).isEqualTo("invalid_grant");
  }

  @Test
  void aCodeIsOnlyForWhoAskedForIt() {
    var code = school.code(maya.browser(), school.request("openid"));
    assertThat(error(energy.exchange(code))).isEqualTo("invalid_grant");
    var another = school.code(maya.browser(), school.request("openid"));
    assertThat(error(school.exchange(another, new CodeVerifier()))).isEqualTo("invalid_grant");
    assertThat(error(school.exchange("geraten"))).isEqualTo("invalid_grant");
  }

  @Test
  void anAccessTokenEndsAfterTenMinutes() {
    var tokens = school.signIn(maya.browser(), school.request("openid"));
    LongTime.clock().tick(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(school.userInfo(tokens).indicatesSuccess()).isFalse();
    assertThat(stranger.get(SsoPaths.USER_INFO).status()).isEqualTo(401);
  }

  static Stream<String[]> wrongAssertions() {
    return Stream.of(
        new String[] {"https://evil.example", "60"},
        new String[] {ISSUER + "/contract/v1/token", "60"},
        new String[] {ISSUER, "-120"},
        new String[] {ISSUER, "3600"});
  }

  @ParameterizedTest
  @MethodSource("wrongAssertions")
  void aSignatureForElsewhereOrAnotherTimeIsNotBelieved(String audience, String seconds) {
    var code = school.code(maya.browser(), school.request("openid"));
    var wrong =
        school.assertion(new JWTID(), audience, Duration.ofSeconds(Long.parseLong(seconds)));

    assertThat(error(school.send(school.grant(code), wrong))).isEqualTo("invalid_client");
    assertThat(school.exchange(code).indicatesSuccess()).isTrue();
  }

  @Test
  void aSignatureIsGoodOnce() {
    var first = school.code(maya.browser(), school.request("openid"));
    var second = school.code(maya.browser(), school.request("openid"));
    var assertion = school.assertion(new JWTID(), ISSUER, Duration.ofMinutes(1));

    assertThat(school.send(school.grant(first), assertion).indicatesSuccess()).isTrue();
    assertThat(error(school.send(school.grant(second), assertion))).isEqualTo("invalid_client");
  }

  @Test
  void whoDoesNotSignOrSignsWithAnothersKeyIsNobody() {
    var code = school.code(maya.browser(), school.request("openid"));
    var fields =
        new HashMap<>(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                school.redirectUri(),
                "client_id",
                "schulportal"));
    assertThat(token(fields)).contains("invalid_client");

    fields.put("client_assertion_type", ASSERTION);
    fields.put("client_assertion", new PlainJWT(claims()).serialize());
    assertThat(token(fields)).contains("invalid_client");

    fields.put(
        "client_assertion",
        energy
            .assertion(new JWTID(), ISSUER, Duration.ofMinutes(1))
            .getClientAssertion()
            .serialize());
    assertThat(token(fields)).contains("invalid_client");

    fields.put("client_assertion", "x".repeat(20_000));
    assertThat(token(fields)).contains("invalid_client");

    fields.put("client_id", "unbekannt");
    assertThat(token(fields)).contains("invalid_client");
  }

  @Test
  void thereIsNoOtherGrant() {
    for (var grant : new String[] {"client_credentials", "password", "urn:x", ""}) {
      var fields =
          new HashMap<>(
              Map.of(
                  "grant_type", grant,
                  "client_assertion_type", ASSERTION,
                  "client_assertion",
                      school
                          .assertion(new JWTID(), ISSUER, Duration.ofMinutes(1))
                          .getClientAssertion()
                          .serialize()));
      assertThat(token(fields)).contains("unsupported_grant_type");
    }
  }

  @Test
  void nobodyAgreesInMayasNameWithoutHerForm() {
    var page =
        RelyingParty.follow(maya.browser(), RelyingParty.address(school.request("openid email")));
    var fields =
        Map.of(
            "client_id", "schulportal",
            "request_uri", RelyingParty.hidden(page, "request_uri"),
            "decision", "yes");

    assertThat(maya.browser().postRaw(SsoPaths.CONSENT, RelyingParty.form(fields)).status())
        .isEqualTo(403);
    assertThat(maya.browser().get("/konto/anwendungen").body()).doesNotContain("Schulportal");
  }

  @Test
  void aRequestSentByAFormOfTheApplicationIsTheSame() {
    var answer =
        maya.browser().postRaw(SsoPaths.AUTHORIZE, RelyingParty.form(school.request("openid")));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.location()).startsWith("/sso/authorize?");
    assertThat(RelyingParty.follow(maya.browser(), answer.location()).body())
        .contains("Einverstanden");
  }

  private String token(Map<String, String> fields) {
    var answer = stranger.postRaw(SsoPaths.TOKEN, RelyingParty.form(fields));
    assertThat(answer.status()).isIn(400, 401);
    return answer.body();
  }

  private static com.nimbusds.jwt.JWTClaimsSet claims() {
    return new com.nimbusds.jwt.JWTClaimsSet.Builder()
        .issuer("schulportal")
        .subject("schulportal")
        .audience(ISSUER)
        .jwtID("1")
        .expirationTime(java.util.Date.from(LongTime.clock().instant().plusSeconds(60)))
        .build();
  }

  private static String error(TokenResponse response) {
    assertThat(response.indicatesSuccess()).isFalse();
    return response.toErrorResponse().getErrorObject().getCode();
  }
}
