package ch.meinkonto.contract;

import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * A registration of new keys within a signature by a key that counts now, as ACME changes a key
 * (RFC 8555 §7.3.5). No operator is needed: whoever has that key could speak for the unit anyway.
 */
public final class Rotation {

  /** The {@code typ}. */
  public static final String TYPE = "rotation+jwt";

  /** One longer than this is not looked at. */
  public static final int MAX_SIZE = 2 * Registration.MAX_SIZE;

  private static final Jws JWS =
      new Jws(TYPE, Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256), MAX_SIZE);

  private Rotation() {}

  private record Claims(String registration) {}

  /** Signs a signed registration with a key that counts now. */
  public static String sign(String registration, JWK currentKey) {
    return JWS.sign(new Claims(registration), currentKey);
  }

  /** The signed registration within, not checked; empty when this is no rotation. */
  public static Optional<String> registrationIn(String compact) {
    if (compact.length() > MAX_SIZE) {
      return Optional.empty();
    }
    try {
      JWSObject jws = JWSObject.parse(compact);
      return jws.getHeader().getType() != null && TYPE.equals(jws.getHeader().getType().getType())
          ? Optional.of(Json.read(jws.getPayload().toString(), Claims.class).registration())
          : Optional.empty();
    } catch (ParseException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** Checks the outer signature by the keys that count now; gives the registration within. */
  public static Checked<String> verify(String compact, JWKSet currentKeys) {
    return JWS.verify(
        compact, currentKeys, json -> new Valid<>(Json.read(json, Claims.class).registration()));
  }
}
