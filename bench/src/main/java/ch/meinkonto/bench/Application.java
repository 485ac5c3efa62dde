package ch.meinkonto.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A unit's own application: people sign in there by the code flow with PKCE, and it says who it is
 * by a signature ({@code private_key_jwt}). The same at any OpenID Provider.
 */
final class Application {

  static final String ID = "schulportal";
  static final String UNIT = "schulamt";
  static final String REDIRECT = "http://localhost/anwendungen/schulportal/zurueck";

  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Browser browser;
  private final Provider provider;
  private final ECKey key;

  Application(Browser browser, Provider provider, UnitKeys keys) {
    this.browser = browser;
    this.provider = provider;
    this.key =
        keys.privateJwks().getKeys().stream()
            .filter(one -> KeyUse.SIGNATURE.equals(one.getKeyUse()))
            .findFirst()
            .orElseThrow()
            .toECKey();
  }

  /** At this portal. */
  static Application of(Browser browser, PortalProcess portal, UnitKeys keys) {
    return new Application(browser, Provider.portal(portal.address().toString()), keys);
  }

  /**
   * Where people log in.
   *
   * @param user how its login form calls who logs in
   */
  record Provider(String issuer, String authorize, String token, String user) {

    static Provider portal(String address) {
      return new Provider(address, "/sso/authorize", "/sso/token", "email");
    }

    static Provider keycloak(String address, String realm) {
      var path = "/realms/" + realm;
      var protocol = path + "/protocol/openid-connect";
      return new Provider(address + path, protocol + "/auth", protocol + "/token", "username");
    }
  }

  /** From the application's request to its tokens; on the way whoever is not logged in logs in. */
  void signIn(Visitor visitor, String user) {
    var verifier = random();
    var answer = follow(visitor, visitor.get(request(verifier)));
    if (answer.body().contains("name=\"password\"")) {
      answer = follow(visitor, logIn(visitor, answer, user));
    }
    if (answer.body().contains("name=\"request_uri\"")) {
      answer = follow(visitor, agree(visitor, answer));
    }
    exchange(answer, verifier);
  }

  private String request(String verifier) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("client_id", ID);
    fields.put("redirect_uri", REDIRECT);
    fields.put("response_type", "code");
    fields.put("scope", "openid profile email");
    fields.put("state", random());
    fields.put("nonce", random());
    fields.put("code_challenge", challenge(verifier));
    fields.put("code_challenge_method", "S256");
    return provider.authorize()
        + fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + Browser.encoded(field.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** Goes on as a browser does, up to a page or to the application. */
  private static HttpResponse<String> follow(Visitor visitor, HttpResponse<String> answer) {
    var at = answer;
    for (var to = onward(at); to != null && !to.startsWith(REDIRECT); to = onward(at)) {
      at = visitor.get(to);
    }
    return at;
  }

  private static @Nullable String onward(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .or(() -> answer.headers().firstValue("Refresh").map(to -> to.replaceFirst("0; url=", "")))
        .orElse(null);
  }

  private HttpResponse<String> logIn(Visitor visitor, HttpResponse<String> page, String user) {
    var form = page.body().lastIndexOf("<form", page.body().indexOf("name=\"password\""));
    var action = ACTION.matcher(page.body());
    if (!action.find(form)) {
      throw unexpected(page);
    }
    return visitor.post(
        action.group(1).replace("&amp;", "&"),
        Map.of(provider.user(), user, "password", BareHash.PASSWORD));
  }

  private static HttpResponse<String> agree(Visitor visitor, HttpResponse<String> page) {
    var uri = page.body().split("name=\"request_uri\" value=\"", 2)[1];
    return visitor.post(
        "/sso/zustimmung",
        Map.of(
            "client_id", ID, "request_uri", uri.substring(0, uri.indexOf('"')), "decision", "yes"));
  }

  private void exchange(HttpResponse<String> answer, String verifier) {
    var to = onward(answer);
    var code = CODE.matcher(to == null ? "" : to);
    if (!code.find()) {
      throw unexpected(answer);
    }
    var tokens =
        browser.post(
            provider.token(),
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.group(1),
                "redirect_uri",
                REDIRECT,
                "code_verifier",
                verifier,
                "client_id",
                ID,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion()),
            "");
    if (tokens.statusCode() != 200 || !tokens.body().contains("\"id_token\"")) {
      throw unexpected(tokens);
    }
  }

  private String assertion() {
    var now = Instant.now();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(ID)
                .subject(ID)
                .audience(provider.issuer())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build());
    try {
      jwt.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  private static IllegalStateException unexpected(HttpResponse<String> answer) {
    return new IllegalStateException(
        "%s %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
  }

  private static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return encoded(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
