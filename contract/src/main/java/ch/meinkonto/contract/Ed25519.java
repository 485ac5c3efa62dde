package ch.meinkonto.contract;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 keys between JWK (RFC 8037) and the JDK, which is all that a webhook signature needs. */
public final class Ed25519 {

  private static final int LENGTH = 32;
  // RFC 8410: everything before the 32 bytes of the key is always the same
  private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private Ed25519() {}

  /** A new key for signing webhooks. */
  public static OctetKeyPair generate(String kid) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new OctetKeyPair.Builder(Curve.Ed25519, lastBytes(pair.getPublic().getEncoded()))
          .d(lastBytes(pair.getPrivate().getEncoded()))
          .keyUse(KeyUse.SIGNATURE)
          .keyID(kid)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no Ed25519", e);
    }
  }

  static PublicKey publicKey(OctetKeyPair key) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(joined(PUBLIC, key.getDecodedX())));
  }

  static PrivateKey privateKey(OctetKeyPair key) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE, key.getDecodedD())));
  }

  private static Base64URL lastBytes(byte[] encoded) {
    return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length));
  }

  private static byte[] joined(byte[] prefix, byte[] key) {
    byte[] joined = Arrays.copyOf(prefix, prefix.length + key.length);
    System.arraycopy(key, 0, joined, prefix.length, key.length);
    return joined;
  }
}
