package ch.meinkonto.contract;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A unit hands in its public keys, signed with the new signing key, which proves that it has the
 * private one (RFC 7591 §5 asks for more than a word). Two operators confirm it by its {@link
 * #fingerprint}. When the keys change, a {@link Rotation} by a key that counts takes their place.
 *
 * @param unit the unit's id
 * @param keys its public keys: at least one that opens and one that signs
 * @param contact an e-mail address of whoever looks after the unit's system
 * @param push where deliveries are pushed to; null for a unit that fetches them
 * @param signedBy the key in {@code keys} that signed this
 */
public record Registration(
    String unit, JWKSet keys, String contact, @Nullable URI push, String signedBy) {

  /** The {@code typ}. */
  public static final String TYPE = "registration+jwt";

  /** One longer than this is not looked at. */
  public static final int MAX_SIZE = 32 * 1024;

  private static final Duration AGE = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Jws JWS =
      new Jws(TYPE, Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256), MAX_SIZE);

  public Registration {
    Objects.requireNonNull(unit, "sub");
    Objects.requireNonNull(keys, "jwks");
    Objects.requireNonNull(contact, "contact");
  }

  /** The key that signed this. */
  public JWK signingKey() {
    return Objects.requireNonNull(keys.getKeyByKeyId(signedBy), "signing key");
  }

  /** What operators and the unit's technician compare. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(signingKey());
  }

  /** Signs a registration; {@code audience} is the portal's issuer, {@code key} the private key. */
  public String sign(String audience, Instant now, JWK key) {
    return JWS.sign(
        new Claims(
            unit,
            unit,
            audience,
            now.getEpochSecond(),
            Json.mapper().readTree(keys.toString(true)),
            contact,
            push == null ? null : push.toString()),
        key);
  }

  /** Checks a registration by the key in it; whether the city knows that key is another matter. */
  public static Checked<Registration> verify(String compact, String audience, Instant now) {
    Optional<JWKSet> handedIn = compact.length() > MAX_SIZE ? Optional.empty() : handedIn(compact);
    return JWS.verify(
        compact,
        handedIn.orElseGet(JWKSet::new),
        json -> check(compact, Json.read(json, Claims.class), audience, now));
  }

  private static Optional<JWKSet> handedIn(String compact) {
    try {
      JsonNode claims = Json.mapper().readTree(JWSObject.parse(compact).getPayload().toString());
      return Optional.of(JWKSet.parse(claims.required("jwks").toString()));
    } catch (ParseException | RuntimeException e) { // the parsers stumble over odd content
      return Optional.empty();
    }
  }

  private static Checked<Registration> check(
      String compact, Claims claims, String audience, Instant now) {
    if (!claims.iss.equals(claims.sub)) {
      return new Invalid<>(Flaw.WRONG_ISSUER);
    }
    if (!audience.equals(claims.aud)) {
      return new Invalid<>(Flaw.WRONG_AUDIENCE);
    }
    Instant issued = Instant.ofEpochSecond(claims.iat);
    if (issued.isBefore(now.minus(AGE)) || issued.isAfter(now.plus(SKEW))) {
      return new Invalid<>(Flaw.WRONG_TIME);
    }
    try {
      return new Valid<>(
          new Registration(
              claims.sub,
              JWKSet.parse(claims.jwks.toString()),
              claims.contact,
              claims.push == null ? null : URI.create(claims.push),
              JWSObject.parse(compact).getHeader().getKeyID()));
    } catch (ParseException e) {
      return new Invalid<>(Flaw.MALFORMED);
    }
  }

  private record Claims(
      String iss,
      String sub,
      String aud,
      long iat,
      JsonNode jwks,
      String contact,
      @Nullable String push) {}
}
