package ch.meinkonto.connector.worklist.clerk;

import java.math.BigInteger;

/** Bytes as letters that authenticator apps read (RFC 4648 §6); for whole groups of five bytes. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder letters = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    for (int i = bytes.length * 8 / 5; i > 0; i--) {
      letters.append(ALPHABET.charAt(rest.intValue() & 31));
      rest = rest.shiftRight(5);
    }
    return letters.reverse().toString();
  }
}
