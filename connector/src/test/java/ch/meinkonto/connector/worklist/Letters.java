package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.worklist.clerk.Totp;
import java.math.BigInteger;
import java.time.Instant;

/** Reads the letters of a second factor's secret as an app does. */
final class Letters {

  private Letters() {}

  static String code(String letters) {
    BigInteger bits = BigInteger.ZERO;
    for (char letter : letters.replace(" ", "").toCharArray()) {
      bits =
          bits.shiftLeft(5)
              .or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
    }
    byte[] bytes = bits.toByteArray();
    byte[] secret = new byte[20];
    int from = Math.max(0, bytes.length - 20);
    System.arraycopy(bytes, from, secret, 20 - (bytes.length - from), bytes.length - from);
    return Totp.code(secret, Instant.now());
  }
}
