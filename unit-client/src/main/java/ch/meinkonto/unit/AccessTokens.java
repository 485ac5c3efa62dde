package ch.meinkonto.unit;

import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.TokenResponse;
import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The unit's access token, fetched anew shortly before the old one ends. */
final class AccessTokens {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  private record Token(String value, Instant renewAt) {}

  private final UnitSettings settings;
  private final Transport transport;
  private final JWK signingKey;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Token current;

  AccessTokens(UnitSettings settings, Transport transport, JWK signingKey) {
    this.settings = settings;
    this.transport = transport;
    this.signingKey = signingKey;
  }

  String current() {
    lock.lock();
    try {
      Token token = current;
      if (token == null || !settings.clock().instant().isBefore(token.renewAt())) {
        token = fetch();
        current = token;
      }
      return token.value();
    } finally {
      lock.unlock();
    }
  }

  /** The portal did not take this token: forget it, unless another has come meanwhile. */
  void forget(String refused) {
    lock.lock();
    try {
      if (current != null && current.value().equals(refused)) {
        current = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /** An assertion is good for one call only, so each attempt gets its own. */
  private Token fetch() {
    HttpResponse<String> response = transport.send(this::request);
    if (response.statusCode() != 200) {
      throw Transport.refused(response);
    }
    TokenResponse token = read(response.body());
    Duration life = Duration.ofSeconds(token.expiresIn());
    Duration margin = life.dividedBy(2).compareTo(MARGIN) < 0 ? life.dividedBy(2) : MARGIN;
    return new Token(token.accessToken(), settings.clock().instant().plus(life).minus(margin));
  }

  private static TokenResponse read(String json) {
    try {
      return Json.read(json, TokenResponse.class);
    } catch (JacksonException e) {
      throw new PortalUnavailable("the portal's answer cannot be read", e);
    }
  }

  private HttpRequest request() {
    URI endpoint = settings.address("/contract/v1/token");
    String assertion =
        ClientAssertion.sign(
            settings.unitId(), endpoint.toString(), settings.clock().instant(), signingKey);
    return HttpRequest.newBuilder(endpoint)
        .timeout(settings.timeout())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            BodyPublishers.ofString(
                form(
                    Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        settings.unitId(),
                        "client_assertion_type",
                        ClientAssertion.TYPE,
                        "client_assertion",
                        assertion))))
        .build();
  }

  private static String form(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }
}
