package ch.meinkonto.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.platform.crypto.Sha256;
import ch.meinkonto.testing.LocalServer;
import ch.meinkonto.testing.TickingClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * An OpenID Provider outside: says over HTTP who somebody is, as a test tells it to, rightly or
 * wrongly. It gives a token only to who signs and proves as registered.
 */
final class TestProvider implements AutoCloseable {

  static final String CLIENT = "stadt-zuerich";

  private final LocalServer server;
  private final ECKey key = key();
  private final Map<String, Asked> codes = new HashMap<>();
  private JWKSet portalKeys = new JWKSet();
  private TickingClock clock = new TickingClock();
  private boolean silent;
  private String name;

  TestProvider() {
    server = LocalServer.start("/bundes-login/", this::serve);
    name = issuer();
  }

  /** What the portal asked, and what it will get for the code. */
  private record Asked(Map<String, String> parameters, String idToken) {}

  /** Somebody at the provider's page. */
  record Person(String subject, String acr) {}

  int port() {
    return server.port();
  }

  String issuer() {
    return server.address("/bundes-login");
  }

  void knows(JWKSet keysOfThePortal, TickingClock itsClock) {
    portalKeys = keysOfThePortal;
    clock = itsClock;
  }

  void silent(boolean quiet) {
    silent = quiet;
  }

  /** It says that it is somebody else. */
  void callsItself(String otherwise) {
    name = otherwise;
  }

  /** The parameters with which a browser was sent here. */
  static Map<String, String> parameters(String address) {
    var parameters = new HashMap<String, String>();
    UriComponentsBuilder.fromUri(URI.create(address))
        .build()
        .getQueryParams()
        .toSingleValueMap()
        .forEach((name, value) -> parameters.put(name, UriUtils.decode(value, UTF_8)));
    return parameters;
  }

  /** The person logs in here; returns where their browser is sent back to. */
  String logIn(String address, Person person) {
    return logIn(address, person, claims -> claims);
  }

  /** The same, but the ID token says something else. */
  String logIn(String address, Person person, UnaryOperator<JWTClaimsSet.Builder> otherwise) {
    return logIn(address, person, otherwise, key);
  }

  /** The same, signed by another key. */
  String logIn(
      String address, Person person, UnaryOperator<JWTClaimsSet.Builder> otherwise, ECKey signer) {
    var asked = parameters(address);
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(person.subject())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(120)))
            .claim("auth_time", now.getEpochSecond())
            .claim("nonce", asked.get("nonce"))
            .claim("acr", person.acr())
            .claim("name", "Wer Auchimmer")
            .claim("email", "wer@example.org");
    var code = UUID.randomUUID().toString();
    codes.put(code, new Asked(asked, signed(otherwise.apply(claims).build(), signer)));
    return back(asked, "code=" + code);
  }

  /** Sends the browser back with an error. */
  String refuse(String address, String error) {
    return back(parameters(address), "error=" + error);
  }

  private String back(Map<String, String> asked, String what) {
    var path = URI.create(Objects.requireNonNull(asked.get("redirect_uri"))).getPath();
    return "%s?%s&state=%s&iss=%s"
        .formatted(path, what, asked.get("state"), UriUtils.encode(issuer(), UTF_8));
  }

  private void serve(HttpExchange exchange) throws IOException {
    if (silent) {
      exchange.sendResponseHeaders(503, -1);
      return;
    }
    var path = exchange.getRequestURI().getPath();
    if (path.endsWith("/.well-known/openid-configuration")) {
      answer(exchange, 200, discovery());
    } else if (path.endsWith("/jwks")) {
      answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    } else {
      token(exchange);
    }
  }

  private String discovery() {
    return """
    {"issuer": "%2$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
     "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"],
     "subject_types_supported": ["pairwise"], "id_token_signing_alg_values_supported": ["ES256"],
     "authorization_response_iss_parameter_supported": true}
    """
        .formatted(issuer(), name);
  }

  private void token(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var sent = parameters("http://localhost/?" + body);
    var asked = codes.remove(sent.get("code"));
    if (asked == null || !proves(sent, asked) || !signs(sent)) {
      answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        """
        {"access_token": "egal", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
        """
            .formatted(asked.idToken()));
  }

  private static boolean proves(Map<String, String> sent, Asked asked) {
    var challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Sha256.of(sent.getOrDefault("code_verifier", "").getBytes(US_ASCII)));
    return challenge.equals(asked.parameters().get("code_challenge"))
        && Objects.equals(sent.get("redirect_uri"), asked.parameters().get("redirect_uri"));
  }

  private boolean signs(Map<String, String> sent) {
    return ClientAssertion.TYPE.equals(sent.get("client_assertion_type"))
        && ClientAssertion.verify(
                sent.getOrDefault("client_assertion", ""),
                portalKeys,
                CLIENT,
                Set.of(issuer() + "/token"),
                Instant.now())
            instanceof Checked.Valid<ClientAssertion>;
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyID("one")
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWTClaimsSet claims, ECKey signer) {
    try {
      var token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims);
      token.sign(new ECDSASigner(signer));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
