package ch.meinkonto.contract;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Keys for tests. */
final class Keys {

  private Keys() {}

  static ECKey ecSealing(String kid) {
    return ec(kid, KeyUse.ENCRYPTION);
  }

  static ECKey ecSigning(String kid) {
    return ec(kid, KeyUse.SIGNATURE);
  }

  static RSAKey rsaSealing(String kid) {
    return rsa(kid, KeyUse.ENCRYPTION);
  }

  static RSAKey rsaSigning(String kid) {
    return rsa(kid, KeyUse.SIGNATURE);
  }

  private static ECKey ec(String kid, KeyUse use) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(use).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static RSAKey rsa(String kid, KeyUse use) {
    try {
      return new RSAKeyGenerator(Sealing.MIN_RSA_BITS).keyID(kid).keyUse(use).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
