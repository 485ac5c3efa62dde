package ch.meinkonto.platform.crypto;

import java.security.SecureRandom;
import java.util.Base64;

/** Words that nobody guesses. */
public final class RandomTokens {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomTokens() {}

  /** One of 256 random bits. */
  public static String next() {
    return next(32);
  }

  /** One of this many random bytes. */
  public static String next(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
