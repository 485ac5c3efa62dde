package ch.meinkonto.trust;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A statement and the salt that commits to it: HMAC-SHA-256(salt, statement). The commitment alone
 * says nothing about the statement, even to somebody who guesses it; with the salt it proves it.
 *
 * @param salt 32 random bytes
 * @param statement the exact bytes committed to
 */
record Commitment(byte[] salt, byte[] statement) {

  static final int SALT_LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Commitment to(byte[] statement) {
    var salt = new byte[SALT_LENGTH];
    RANDOM.nextBytes(salt);
    return new Commitment(salt, statement);
  }

  /** Salt and statement as one, to be sealed. */
  byte[] bytes() {
    return ByteBuffer.allocate(salt.length + statement.length).put(salt).put(statement).array();
  }

  static Commitment parse(byte[] bytes) {
    return new Commitment(
        Arrays.copyOf(bytes, SALT_LENGTH), Arrays.copyOfRange(bytes, SALT_LENGTH, bytes.length));
  }

  byte[] value() {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      return mac.doFinal(statement);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
