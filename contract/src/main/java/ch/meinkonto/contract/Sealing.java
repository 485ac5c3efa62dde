package ch.meinkonto.contract;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.interfaces.ECPublicKey;
import java.util.function.Supplier;

/**
 * Seals parts for one key of one unit (JWE compact, RFC 7516): {@code ECDH-ES+A256KW} on P-256 or
 * {@code RSA-OAEP-256}, always {@code A256GCM}, a content key of its own for each part. The
 * protected header names the submission and the part, so that parts cannot be swapped. Thread-safe;
 * keep one per key.
 */
public final class Sealing {

  static final String REF = "ref";
  static final String PART = "part";
  static final int MIN_RSA_BITS = 3072;

  private final JWEAlgorithm algorithm;
  private final Supplier<JWEEncrypter> encrypters;
  private final String keyId;

  private Sealing(JWEAlgorithm algorithm, Supplier<JWEEncrypter> encrypters, String keyId) {
    this.algorithm = algorithm;
    this.encrypters = encrypters;
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
        case ECKey ec when Curve.P_256.equals(ec.getCurve()) -> forKey(ec);
        case RSAKey rsa when rsa.size() >= MIN_RSA_BITS -> forKey(rsa);
        default ->
            throw new IllegalArgumentException(
                "the key must be EC P-256 or RSA with 3072 bits or more");
      };
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the key is broken", e);
    }
  }

  private static Sealing forKey(ECKey key) throws JOSEException {
    ECPublicKey recipient = key.toECPublicKey();
    return new Sealing(
        JWEAlgorithm.ECDH_ES_A256KW, () -> EphemeralEncrypter.to(recipient), key.getKeyID());
  }

  private static Sealing forKey(RSAKey key) throws JOSEException {
    JWEEncrypter encrypter = new RSAEncrypter(key.toRSAPublicKey());
    return new Sealing(JWEAlgorithm.RSA_OAEP_256, () -> encrypter, key.getKeyID());
  }

  /** Seals one part once; prefer {@link #forKey} where several are sealed. */
  public static SealedPart seal(
      String name, String mediaType, byte[] content, JWK recipientKey, SubmissionId ref) {
    return forKey(recipientKey).seal(name, mediaType, content, ref);
  }

  /** Seals one part; prefer {@link #forSubmission} for several parts of one submission. */
  public SealedPart seal(String name, String mediaType, byte[] content, SubmissionId ref) {
    return forSubmission(ref).seal(name, mediaType, content);
  }

  /** Seals the parts of one submission, which share what costs most. */
  public Submission forSubmission(SubmissionId ref) {
    return new Submission(encrypters.get(), ref);
  }

  /** One submission being sealed; for one thread. */
  public final class Submission {

    private final JWEEncrypter encrypter;
    private final SubmissionId ref;

    private Submission(JWEEncrypter encrypter, SubmissionId ref) {
      this.encrypter = encrypter;
      this.ref = ref;
    }

    /** Seals one part. */
    public SealedPart seal(String name, String mediaType, byte[] content) {
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
}
