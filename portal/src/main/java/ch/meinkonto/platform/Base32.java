package ch.meinkonto.platform;

import java.util.Locale;

/** Bytes in letters and digits that people can read and type, five bits each. */
public enum Base32 {
  /** As authenticator apps read it (RFC 4648, section 6). */
  USUAL("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),

  /** Without letters that look like a digit or another letter (Crockford's alphabet). */
  CLEAR("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

  private static final int BITS = 5;

  private final String alphabet;

  Base32(String alphabet) {
    this.alphabet = alphabet;
  }

  /** The text of as many bytes as fill letters wholly. */
  public String encode(byte[] bytes) {
    if (bytes.length % BITS != 0) {
      throw new IllegalArgumentException("Not a multiple of five bytes");
    }
    var text = new StringBuilder();
    var waiting = 0;
    var bits = 0;
    for (var one : bytes) {
      waiting = (waiting << Byte.SIZE) | (one & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(alphabet.charAt((waiting >> bits) & 0x1f));
      }
      waiting &= (1 << bits) - 1;
    }
    return text.toString();
  }

  /** The same with a space after each four, so that the eye finds its way. */
  public static String inGroups(String text, String between) {
    return String.join(between, text.split("(?<=\\G.{4})"));
  }

  /**
   * What somebody means who types {@link #CLEAR} letters from paper or a screen: dashes or none,
   * small letters, an O for a zero, an I or L for a one.
   */
  public static String meant(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
