package ch.meinkonto.contract;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

/**
 * Seals parts for one key of one unit (JWE compact, RFC 7516): {@code ECDH-ES+A256KW} on P-256 or
 * {@code RSA-OAEP-256}, always {@code A256GCM}, a content key of its own for each part. The
 * protected header names the submission and the part, so that parts cannot be swapped. Keep one
 * instance per key: it is thread-safe, and reading the key costs more than sealing a small part.
 */
public final class Sealing {

  static final String REF = "ref";
  static final String PART = "part";
  static final int MIN_RSA_BITS = 2048;

  private final JWEAlgorithm algorithm;
  private final JWEEncrypter encrypter;
  private final String keyId;

  private Sealing(JWEAlgorithm algorithm, JWEEncrypter encrypter, String keyId) {
    this.algorithm = algorithm;
    this.encrypter = encrypter;
    this.keyId = keyId;
  }

  /**
   * Prepares sealing for a unit's public key.
   *
   * @throws IllegalArgumentException if the key cannot be used, with a reason an operator
   *     understands
   */
  public static Sealing forKey(JWK recipientKey) {
    if (recipientKey.getKeyID() == null || recipientKey.getKeyID().isBlank()) {
      throw new IllegalArgumentException("the key has no kid");
    }
    if (recipientKey.getKeyUse() != null && !KeyUse.ENCRYPTION.equals(recipientKey.getKeyUse())) {
      throw new IllegalArgumentException("the key is not for encryption (use must be enc)");
    }
    try {
      return switch (recipientKey) {
        case ECKey ec when Curve.P_256.equals(ec.getCurve()) ->
            new Sealing(
                JWEAlgorithm.ECDH_ES_A256KW, new ECDHEncrypter(ec.toECPublicKey()), ec.getKeyID());
        case RSAKey rsa when rsa.size() >= MIN_RSA_BITS ->
            new Sealing(
                JWEAlgorithm.RSA_OAEP_256, new RSAEncrypter(rsa.toRSAPublicKey()), rsa.getKeyID());
        default ->
            throw new IllegalArgumentException(
                "the key must be EC P-256 or RSA with 2048 bits or more");
      };
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the key is broken", e);
    }
  }

  /** Seals one part once; prefer {@link #forKey} where several are sealed. */
  public static SealedPart seal(
      String name, String mediaType, byte[] content, JWK recipientKey, SubmissionId ref) {
    return forKey(recipientKey).seal(name, mediaType, content, ref);
  }

  /** Seals one part. */
  public SealedPart seal(String name, String mediaType, byte[] content, SubmissionId ref) {
    JWEHeader header =
        new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM)
            .keyID(keyId)
            .contentType(mediaType)
            .customParam(REF, ref.toString())
            .customParam(PART, name)
            .build();
    JWEObject jwe = new JWEObject(header, new Payload(content));
    try {
      jwe.encrypt(encrypter);
    } catch (JOSEException e) {
      throw new IllegalStateException("sealing failed", e);
    }
    return new SealedPart(name, mediaType, jwe.serialize());
  }
}
