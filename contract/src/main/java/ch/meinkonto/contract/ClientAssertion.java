package ch.meinkonto.contract;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a unit identifies itself at the token endpoint: {@code private_key_jwt} (RFC 7523). The
 * portal must take each {@link #id} once only, and may forget it after {@link #expiresAt}.
 */
public record ClientAssertion(String unit, String id, Instant expiresAt) {

  /** The {@code client_assertion_type}. */
  public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** An assertion lives no longer than this. */
  public static final Duration MAX_LIFE = Duration.ofMinutes(5);

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Jws JWS =
      new Jws("JWT", Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256), 16 * 1024);

  /** Signs a fresh assertion for {@code audience}, the address of the token endpoint. */
  public static String sign(String unit, String audience, Instant now, JWK key) {
    return JWS.sign(
        new Claims(
            unit,
            unit,
            Json.mapper().valueToTree(audience),
            UUID.randomUUID().toString(),
            now.getEpochSecond(),
            now.plus(LIFE).getEpochSecond()),
        key);
  }

  /** Checks an assertion; {@code audiences} are the names under which the portal is addressed. */
  public static Checked<ClientAssertion> verify(
      String compact, JWKSet unitKeys, String unit, Set<String> audiences, Instant now) {
    return JWS.verify(
        compact, unitKeys, json -> check(Json.read(json, Claims.class), unit, audiences, now));
  }

  private static Checked<ClientAssertion> check(
      Claims claims, String unit, Set<String> audiences, Instant now) {
    if (!unit.equals(claims.iss) || !unit.equals(claims.sub)) {
      return new Invalid<>(Flaw.WRONG_ISSUER);
    }
    if (Collections.disjoint(claims.audiences(), audiences)) {
      return new Invalid<>(Flaw.WRONG_AUDIENCE);
    }
    Instant expires = Instant.ofEpochSecond(claims.exp);
    if (expires.isBefore(now.minus(SKEW)) || expires.isAfter(now.plus(MAX_LIFE).plus(SKEW))) {
      return new Invalid<>(Flaw.WRONG_TIME);
    }
    return claims.jti == null || claims.jti.isBlank()
        ? new Invalid<>(Flaw.MALFORMED)
        : new Valid<>(new ClientAssertion(unit, claims.jti, expires.plus(SKEW)));
  }

  /** When it was issued need not be said (RFC 7523 §3). */
  private record Claims(
      String iss, String sub, JsonNode aud, String jti, @Nullable Long iat, long exp) {
    List<String> audiences() {
      return aud.isArray()
          ? aud.valueStream().map(JsonNode::asString).toList()
          : List.of(aud.asString());
    }
  }
}
