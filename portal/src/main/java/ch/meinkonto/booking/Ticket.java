package ch.meinkonto.booking;

import java.security.SecureRandom;

/**
 * The number of a lot, such as {@code 7K2M9-QXA4T}: 50 random bits, in Crockford’s base 32, which
 * has no letters that look alike.
 */
final class Ticket {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int HALF = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ticket() {}

  static String next() {
    return half() + "-" + half();
  }

  private static String half() {
    var symbols = new StringBuilder();
    while (symbols.length() < HALF) {
      symbols.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return symbols.toString();
  }
}
