package ch.meinkonto.contract;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Signs and checks security event tokens (RFC 8417) with exactly one event: compact JWS, {@code
 * typ} {@value #TYPE}, ES256, PS256 or RS256.
 */
public final class SecurityEvents {

  /** The {@code typ} of a security event token. */
  public static final String TYPE = "secevent+jwt";

  /** Largest token taken: documents travel inside. */
  public static final int MAX_SIZE = 30 * 1024 * 1024;

  private static final Jws JWS =
      new Jws(TYPE, Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256), MAX_SIZE);

  private SecurityEvents() {}

  /** Signs an event with the unit's private signing key. */
  public static String sign(SecurityEvent event, JWK key) {
    return JWS.sign(
        new Claims(
            event.issuer(),
            event.audience(),
            event.id(),
            event.issuedAt().getEpochSecond(),
            Map.of(EventType.of(event.event()).uri(), Json.mapper().valueToTree(event.event()))),
        key);
  }

  /**
   * Checks a token that {@code unit} is said to have signed for the portal named {@code issuer}.
   */
  public static Checked<SecurityEvent> verify(
      String compact, JWKSet unitKeys, String unit, String issuer) {
    return JWS.verify(
        compact.strip(),
        unitKeys,
        json -> {
          Claims claims = Json.read(json, Claims.class);
          if (!unit.equals(claims.iss)) {
            return new Invalid<>(Flaw.WRONG_ISSUER);
          }
          return issuer.equals(claims.aud) ? read(claims) : new Invalid<>(Flaw.WRONG_AUDIENCE);
        });
  }

  private static Checked<SecurityEvent> read(Claims claims) {
    if (claims.events.size() != 1) {
      return new Invalid<>(Flaw.MALFORMED);
    }
    Map.Entry<String, JsonNode> only = claims.events.entrySet().iterator().next();
    return EventType.ofUri(only.getKey())
        .<Checked<SecurityEvent>>map(type ->
            new Valid<>(
                new SecurityEvent(
                    claims.iss,
                    claims.aud,
                    claims.jti,
                    Instant.ofEpochSecond(claims.iat),
                    Json.mapper().treeToValue(only.getValue(), type.record()))))
        .orElseGet(() -> new Invalid<>(Flaw.MALFORMED));
  }

  private record Claims(
      String iss, String aud, String jti, long iat, Map<String, JsonNode> events) {}
}
