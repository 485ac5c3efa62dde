package ch.meinkonto.contract;

/**
 * Strict reading of compact JOSE forms. Base64url decoders are lenient: they skip foreign
 * characters and ignore left-over bits, so that different texts would give the same bytes. Tags and
 * tokens are compared as texts here, so only the one canonical text is let in.
 */
final class CompactForm {

  /** The ciphertext of a JWE: empty content is content too. */
  private static final int EMPTY_ALLOWED = 3;

  private CompactForm() {}

  static boolean isCanonical(String compact, int segments) {
    int found = 0;
    int start = 0;
    for (int i = 0; i <= compact.length(); i++) {
      if (i == compact.length() || compact.charAt(i) == '.') {
        if ((i == start && found != EMPTY_ALLOWED) || !hasNoSpareBits(compact, start, i)) {
          return false;
        }
        found++;
        start = i + 1;
      } else if (value(compact.charAt(i)) < 0) {
        return false;
      }
    }
    return found == segments;
  }

  private static boolean hasNoSpareBits(String compact, int start, int end) {
    int last = end == start ? 0 : value(compact.charAt(end - 1));
    return switch ((end - start) % 4) {
      case 0 -> true;
      case 2 -> (last & 0b1111) == 0;
      case 3 -> (last & 0b11) == 0;
      default -> false;
    };
  }

  private static int value(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '-' ? 62 : c == '_' ? 63 : -1;
  }
}
