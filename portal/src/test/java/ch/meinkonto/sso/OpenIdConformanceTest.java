package ch.meinkonto.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.activation.Activated;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the OpenID Foundation's plans ask besides what the stories tell; which test stands for which
 * of their modules is in docs/security/openid-conformance.md.
 */
class OpenIdConformanceTest {

  private static final List<String> EVERYTHING =
      List.of("openid", "profile", "email", "address", "phone");

  private final RelyingParty school = new RelyingParty("schulportal", "schulamt");
  private final RelyingParty energy = new RelyingParty("energiecockpit", "ewz");
  private final Browser server = new Browser(LongTime.portal().address().getPort());

  private Resident maya;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", LongTime.portal().address().getPort());
    maya.register(new Mailbox());
    Activated.everywhere(LongTime.portal(), maya.email());
  }

  @Test
  void theProviderSaysWhatItIs() {
    var answer = server.get(SsoPaths.DISCOVERY);
    assertThat(answer.headers().getOrDefault("content-type", List.of()))
        .contains("application/json");
    var provider = json(answer);

    assertThat(provider.path("issuer").asString()).isEqualTo(RelyingParty.issuer().toString());
    for (var name :
        List.of(
            "authorization", "token", "userinfo", "end_session", "pushed_authorization_request")) {
      assertThat(provider.path(name + "_endpoint").asString())
          .startsWith(RelyingParty.issuer() + "/");
    }
    assertThat(texts(provider, "response_types_supported")).containsExactly("code");
    assertThat(texts(provider, "subject_types_supported")).containsExactly("pairwise");
    assertThat(texts(provider, "id_token_signing_alg_values_supported")).containsExactly("RS256");
    assertThat(texts(provider, "token_endpoint_auth_methods_supported"))
        .containsExactly("private_key_jwt");
    assertThat(texts(provider, "scopes_supported")).containsAll(EVERYTHING);
    assertThat(texts(provider, "claims_supported")).contains("sub", "name", "email", "address");
    assertThat(provider.path("claims_parameter_supported").asBoolean()).isTrue();
    assertThat(provider.path("request_parameter_supported").asBoolean(true)).isFalse();
    assertThat(provider.path("request_uri_parameter_supported").asBoolean(true)).isFalse();
    assertThat(provider.path("backchannel_logout_session_supported").asBoolean()).isTrue();
  }

  @Test
  void itsKeysAreDistinctAndPublic() {
    var keys = json(server.get(SsoPaths.KEYS)).path("keys");

    assertThat(keys.valueStream().map(key -> key.path("kid").asString()))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(keys)
        .allSatisfy(key -> {
          assertThat(key.path("kty").asString()).isEqualTo("RSA");
          assertThat(key.propertyNames()).doesNotContain("d", "p", "q", "dp", "dq", "qi", "k");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "display|page",
        "display|popup",
        "ui_locales|se",
        "claims_locales|se",
        "acr_values|urn:else:where 1",
        "login_hint|maya",
        "max_age|10000",
        "prompt|consent",
        "extra|foobar"
      })
  void whatIsOnlyWishedOrUnknownIsNoHindrance(String name, String value) {
    var request = school.request("openid");
    request.put(name, value);

    var tokens = school.signIn(maya.browser(), request);

    assertThat(school.verified(tokens).getAuthenticationTime()).isNotNull();
    assertThat(school.userInfo(tokens).indicatesSuccess()).isTrue();
  }

  @Test
  void whereNoNonceWasSentTheTokenHasNone() throws ParseException {
    var request = school.request("openid");
    request.remove("nonce");

    var token = school.signIn(maya.browser(), request).getIDToken();

    assertThat(token.getJWTClaimsSet().getClaims()).doesNotContainKey("nonce").containsKey("sub");
  }

  @ParameterizedTest
  @CsvSource({
    "profile, name given_name family_name locale",
    "email, email email_verified",
    "address, address",
    "phone, phone_number phone_number_verified"
  })
  void aScopeGivesItsClaimsAndNoOther(String scope, String claims) {
    maya.browser()
        .submit(
            "/konto/kontakt",
            Map.of(
                "phone", "044 123 45 67",
                "street", "Langstrasse",
                "houseNumber", "4",
                "postcode", "8004",
                "town", "Zürich",
                "country", "CH"));

    var only = info(school.signIn(maya.browser(), school.request("openid " + scope)));
    assertThat(only.propertyNames()).containsOnly(("sub " + claims).split(" "));

    var reversed = String.join(" ", EVERYTHING.reversed());
    var all = info(school.signIn(maya.browser(), school.request(reversed)));
    assertThat(all.propertyNames()).contains(claims.split(" "));
    assertThat(all.path("sub")).isEqualTo(only.path("sub"));
  }

  @Test
  void whoProvedThemselvesTooLongAgoDoesItAgain() {
    var first = school.verified(school.signIn(maya.browser(), school.request("openid")));
    LongTime.clock().tick(Duration.ofSeconds(2));

    var relaxed = school.request("openid");
    relaxed.put("max_age", "10000");
    var same = school.verified(school.signIn(maya.browser(), relaxed));
    assertThat(same.getAuthenticationTime()).isEqualTo(first.getAuthenticationTime());

    var strict = school.request("openid");
    strict.put("max_age", "1");
    var page = maya.browser().get(RelyingParty.address(strict));
    assertThat(page.location()).startsWith("/anmelden/bestaetigen?weiter=");
    var confirmed = maya.browser().submit(page.location(), Map.of("password", maya.password()));
    var code = school.sent(RelyingParty.follow(maya.browser(), confirmed.location()));
    var again = school.verified(RelyingParty.tokens(school.exchange(RelyingParty.codeOf(code))));
    assertThat(again.getAuthenticationTime()).isAfter(first.getAuthenticationTime());
    assertThat(again.getSubject()).isEqualTo(first.getSubject());
  }

  @Test
  void aCodeThatComesAgainHalfAMinuteLaterTakesBackAllThatItYielded() {
    var code = energy.code(maya.browser(), energy.request("openid profile offline_access"));
    var tokens = RelyingParty.tokens(energy.exchange(code));
    LongTime.clock().tick(Duration.ofSeconds(31));
    assertThat(energy.userInfo(tokens).indicatesSuccess()).isTrue();

    var second = energy.exchange(code).toErrorResponse();

    assertThat(second.getErrorObject().getCode()).isEqualTo("invalid_grant");
    assertThat(second.getErrorObject().getHTTPStatusCode()).isEqualTo(400);
    assertThat(energy.userInfo(tokens).indicatesSuccess()).isFalse();
    assertThat(energy.refresh(tokens.getRefreshToken()).indicatesSuccess()).isFalse();
  }

  @Test
  void whatIsRenewedIsAboutTheSameLogin() throws ParseException {
    var tokens = energy.signIn(maya.browser(), energy.request("openid offline_access"));
    var before = tokens.getIDToken().getJWTClaimsSet();
    LongTime.clock().tick(Duration.ofMinutes(1));

    var after =
        RelyingParty.tokens(energy.refresh(tokens.getRefreshToken()))
            .toOIDCTokens()
            .getIDToken()
            .getJWTClaimsSet();

    for (var same : List.of("iss", "sub", "aud", "auth_time")) {
      assertThat(after.getClaim(same)).as(same).isEqualTo(before.getClaim(same));
    }
    assertThat(after.getIssueTime()).isAfter(before.getIssueTime());
  }

  @Test
  void theTokenComesInTheHeaderOrInAFormAndNeverInTheAddress() {
    var token = token(school.signIn(maya.browser(), school.request("openid profile")));
    var header = Map.of("Authorization", "Bearer " + token);
    var form = RelyingParty.form(Map.of("access_token", token));

    assertThat(asked("GET", "", header, "").path("name").asString()).isEqualTo("Maya Keller");
    assertThat(asked("POST", "", header, "").path("name").asString()).isEqualTo("Maya Keller");
    assertThat(asked("POST", "", Map.of(), form).path("name").asString()).isEqualTo("Maya Keller");

    assertThat(status("GET", "?" + form, Map.of(), "")).isEqualTo(401);
    assertThat(status("POST", "?" + form, Map.of(), "x=y")).isEqualTo(401);
    assertThat(status("POST", "", header, form)).isEqualTo(400);
    assertThat(status("POST", "", Map.of(), form + "&" + form)).isEqualTo(400);
    assertThat(status("POST", "", Map.of(), "access_token=")).isEqualTo(400);
  }

  private JsonNode info(OIDCTokens tokens) {
    return asked("GET", "", Map.of("Authorization", "Bearer " + token(tokens)), "");
  }

  private JsonNode asked(String method, String query, Map<String, String> headers, String body) {
    return json(server.send(method, SsoPaths.USER_INFO + query, headers, body));
  }

  private int status(String method, String query, Map<String, String> headers, String body) {
    var answer = server.send(method, SsoPaths.USER_INFO + query, headers, body);
    assertThat(answer.headers().getOrDefault("www-authenticate", List.of()).toString())
        .contains("Bearer");
    return answer.status();
  }

  private static String token(OIDCTokens tokens) {
    return tokens.getAccessToken().getValue();
  }

  private static JsonNode json(Browser.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static List<String> texts(JsonNode node, String name) {
    return node.path(name).valueStream().map(JsonNode::asString).toList();
  }
}
