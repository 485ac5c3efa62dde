package ch.meinkonto.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Finds a row by a value that is stored only encrypted: a keyed hash (HMAC-SHA-256, RFC 2104) under
 * a key that is not in the database in the clear.
 */
@Component
public class LookupHash {

  private final SecretKeySpec key;

  LookupHash(Secrets secrets) {
    this.key = new SecretKeySpec(secrets.named("lookup-hash", LookupHash::random), "HmacSHA256");
  }

  /**
   * The hash of a value.
   *
   * @param purpose what is looked up: the same value under two purposes gives two hashes
   * @return 32 bytes
   */
  public byte[] of(String purpose, String value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(value.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] random() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
