package ch.meinkonto.connector.worklist.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in GCM, and HMAC-SHA256 to make keys from keys. */
final class Gcm {

  static final int KEY = 32;
  static final int NONCE = 12;
  static final int TAG = 16;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String HMAC = "HmacSHA256";

  private Gcm() {}

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static SecretKey key(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }

  /** A random nonce, and what it sealed. */
  static byte[] seal(SecretKey key, byte[] content, String name) {
    byte[] nonce = random(NONCE);
    byte[] sealed = seal(key, nonce, content, 0, content.length, name.getBytes(UTF_8));
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  static byte[] open(SecretKey key, byte[] sealed, String name) throws Tampered {
    if (sealed.length < NONCE + TAG) {
      throw new Tampered("too short");
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    return open(key, nonce, sealed, NONCE, sealed.length - NONCE, name.getBytes(UTF_8));
  }

  static byte[] seal(
      SecretKey key, byte[] nonce, byte[] content, int from, int length, byte[] bound) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(content, from, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] open(SecretKey key, byte[] nonce, byte[] sealed, int from, int length, byte[] bound)
      throws Tampered {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed, from, length);
    } catch (GeneralSecurityException e) {
      throw new Tampered("changed, or sealed with another key");
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] bound)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }

  static byte[] mac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (byte[] part : parts) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
