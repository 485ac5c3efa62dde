package ch.meinkonto.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import org.springframework.stereotype.Component;

/**
 * The portal's own signing key (ES256, RFC 7518 §3.4): receipts, access tokens and checkpoints
 * carry its signature.
 */
@Component
public class SigningKeys {

  private final ECKey current;

  SigningKeys(Secrets secrets) {
    var stored = new String(secrets.named("signing-key", SigningKeys::generate), UTF_8);
    try {
      this.current = ECKey.parse(stored);
    } catch (ParseException e) {
      throw new IllegalStateException("The portal's signing key is damaged", e);
    }
  }

  /** The key to sign with, private part included. */
  public ECKey current() {
    return current;
  }

  /** What others verify the portal's signatures with. */
  public JWKSet published() {
    return new JWKSet(current.toPublicJWK());
  }

  private static byte[] generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString()
          .getBytes(UTF_8);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
