package ch.meinkonto.contract;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens sealed parts with a unit's private keys. Believes nothing that the header says: key,
 * algorithms, submission and part must be the expected ones. Thread-safe; keep one per key set.
 */
public final class Opening {

  /** Largest compact JWE that is opened unless said otherwise. */
  public static final int MAX_SIZE = 64 * 1024 * 1024;

  private record Key(JWEAlgorithm algorithm, JWEDecrypter decrypter) {}

  private final Map<String, Key> keys;
  private final int maxSize;

  private Opening(Map<String, Key> keys, int maxSize) {
    this.keys = Map.copyOf(keys);
    this.maxSize = maxSize;
  }

  /** Opening with the private encryption keys of a set; keys for signing are passed over. */
  public static Opening with(JWKSet privateKeys) {
    return with(privateKeys, MAX_SIZE);
  }

  /** As {@link #with(JWKSet)}, refusing compact JWEs larger than {@code maxSize} bytes. */
  public static Opening with(JWKSet privateKeys, int maxSize) {
    Map<String, Key> keys = new HashMap<>();
    for (JWK key : privateKeys.getKeys()) {
      if (key.isPrivate() && key.getKeyID() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse())) {
        keys.put(key.getKeyID(), decrypting(key));
      }
    }
    return new Opening(keys, maxSize);
  }

  private static Key decrypting(JWK key) {
    try {
      return switch (key) {
        case ECKey ec -> new Key(JWEAlgorithm.ECDH_ES_A256KW, new ECDHDecrypter(ec));
        case RSAKey rsa -> new Key(JWEAlgorithm.RSA_OAEP_256, new RSADecrypter(rsa));
        default -> throw new IllegalArgumentException("only EC and RSA keys open parts");
      };
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the key is broken", e);
    }
  }

  /** Opens the part {@code name} of the submission {@code ref}. */
  public Result open(String jwe, String name, SubmissionId ref) {
    if (jwe.length() > maxSize) {
      return new Damaged(Damage.TOO_LARGE);
    }
    if (!CompactForm.isCanonical(jwe, 5)) {
      return new Damaged(Damage.NOT_A_JWE);
    }
    JWEObject parsed;
    try {
      parsed = JWEObject.parse(jwe);
    } catch (ParseException | RuntimeException e) { // the parser stumbles over odd headers
      return new Damaged(Damage.NOT_A_JWE);
    }
    JWEHeader header = parsed.getHeader();
    Key key = header.getKeyID() == null ? null : keys.get(header.getKeyID());
    if (key == null) {
      return new NotForUs(header.getKeyID());
    }
    Damage damage = check(header, key, name, ref);
    return damage != null ? new Damaged(damage) : decrypt(parsed, key);
  }

  private static @Nullable Damage check(JWEHeader header, Key key, String name, SubmissionId ref) {
    if (!key.algorithm().equals(header.getAlgorithm())
        || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
        || header.getCompressionAlgorithm() != null
        || header.getCriticalParams() != null) {
      return Damage.ALGORITHM;
    }
    if (!ref.toString().equals(header.getCustomParam(Sealing.REF))) {
      return Damage.OTHER_SUBMISSION;
    }
    return name.equals(header.getCustomParam(Sealing.PART)) ? null : Damage.OTHER_PART;
  }

  private static Result decrypt(JWEObject jwe, Key key) {
    try {
      jwe.decrypt(key.decrypter());
    } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
      return new Damaged(Damage.AUTHENTICATION);
    }
    String mediaType = jwe.getHeader().getContentType();
    return new Opened(
        jwe.getPayload().toBytes(),
        mediaType == null ? "application/octet-stream" : mediaType,
        jwe.getAuthTag().toString());
  }

  /** What came of opening. */
  public sealed interface Result {}

  /** The content, as it was sealed. */
  @SuppressWarnings("ArrayRecordComponent") // the content is handed on, never compared
  public record Opened(byte[] content, String mediaType, String tag) implements Result {
    public Opened {
      Objects.requireNonNull(content, "content");
    }

    @Override
    public String toString() {
      return "Opened[" + mediaType + ", " + content.length + " bytes]";
    }
  }

  /** Sealed for a key that we do not have. */
  public record NotForUs(@Nullable String kid) implements Result {}

  /** Not what the portal sealed, or not in this place. */
  public record Damaged(Damage damage) implements Result {}

  /** What is wrong with a part. */
  public enum Damage {
    TOO_LARGE,
    NOT_A_JWE,
    ALGORITHM,
    OTHER_SUBMISSION,
    OTHER_PART,
    AUTHENTICATION
  }
}
