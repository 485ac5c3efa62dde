package ch.meinkonto.booking;

import ch.meinkonto.platform.Base32;
import java.security.SecureRandom;

/**
 * The number of a lot, such as {@code 7K2M9-QXA4T}: 50 random bits, in letters and digits that do
 * not look alike.
 */
final class Ticket {

  private static final int BYTES = 10; // more than it takes, as they fill letters wholly
  private static final int HALF = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ticket() {}

  static String next() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    var symbols = Base32.CLEAR.encode(bytes);
    return symbols.substring(0, HALF) + "-" + symbols.substring(HALF, 2 * HALF);
  }
}
