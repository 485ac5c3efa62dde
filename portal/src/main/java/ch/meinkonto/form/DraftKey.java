package ch.meinkonto.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of a draft (AES-256-GCM). It lives in a cookie of the visitor’s browser and, for the
 * length of a request, here; it is never stored and never logged.
 */
final class DraftKey {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private DraftKey(byte[] key) {
    this.key = key;
  }

  static DraftKey fresh() {
    return new DraftKey(randomBytes(KEY_BYTES));
  }

  /** The key that a cookie holds, empty when it is none. */
  static Optional<DraftKey> of(@Nullable String cookie) {
    try {
      return Optional.ofNullable(cookie)
          .map(value -> Base64.getUrlDecoder().decode(value))
          .filter(bytes -> bytes.length == KEY_BYTES)
          .map(DraftKey::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String cookieValue() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /** Encrypts; {@code place} is where the ciphertext belongs, and it opens nowhere else. */
  byte[] seal(byte[] plain, String place) {
    var nonce = randomBytes(NONCE_BYTES);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /** Decrypts; empty when this is not the key, or the ciphertext not the one of this place. */
  Optional<byte[]> open(byte[] sealed, String place) {
    var nonce = new byte[NONCE_BYTES];
    var buffer = ByteBuffer.wrap(sealed).get(nonce);
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, nonce, place);
      return Optional.of(cipher.doFinal(sealed, buffer.position(), buffer.remaining()));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] randomBytes(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "DraftKey";
  }
}
