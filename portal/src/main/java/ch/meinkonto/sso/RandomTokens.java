package ch.meinkonto.sso;

import java.security.SecureRandom;
import java.util.Base64;

/** Words that nobody guesses: 256 random bits. */
final class RandomTokens {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomTokens() {}

  static String next() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
