package ch.meinkonto.contract;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWECryptoParts;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.impl.AAD;
import com.nimbusds.jose.crypto.impl.ECDH;
import com.nimbusds.jose.crypto.impl.ECDHCryptoProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.util.Set;
import javax.crypto.SecretKey;

/**
 * ECDH-ES with one ephemeral key for several parts that belong together: the agreed key only wraps
 * content keys, and each part has its own. Both operations on the curve, nearly all that sealing a
 * small part costs, are done once instead of for each part.
 */
final class EphemeralEncrypter extends ECDHCryptoProvider implements JWEEncrypter {

  private final ECKey ephemeral;
  private final SecretKey agreed;

  private EphemeralEncrypter(ECKey ephemeral, SecretKey agreed) throws JOSEException {
    super(Curve.P_256, null);
    this.ephemeral = ephemeral;
    this.agreed = agreed;
  }

  static EphemeralEncrypter to(ECPublicKey recipient) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(recipient.getParams());
      KeyPair pair = generator.generateKeyPair();
      return new EphemeralEncrypter(
          new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic()).build(),
          ECDH.deriveSharedSecret(recipient, pair.getPrivate(), null));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  @Override
  public Set<Curve> supportedEllipticCurves() {
    return Set.of(Curve.P_256);
  }

  @Override
  public JWECryptoParts encrypt(JWEHeader header, byte[] content, byte[] aad) throws JOSEException {
    JWEHeader complete = new JWEHeader.Builder(header).ephemeralPublicKey(ephemeral).build();
    return encryptWithZ(complete, agreed, content, AAD.compute(complete));
  }
}
