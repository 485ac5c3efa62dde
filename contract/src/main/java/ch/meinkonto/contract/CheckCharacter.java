package ch.meinkonto.contract;

/**
 * A check character over Crockford base32: the symbols are read as elements of GF(32), weighted
 * with rising powers of a generator. Every single wrong symbol and every swap of two symbols shows.
 */
final class CheckCharacter {

  static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int POLYNOMIAL = 0b100101; // x^5 + x^2 + 1, primitive

  private CheckCharacter() {}

  static char of(CharSequence symbols) {
    return ALPHABET.charAt(sum(symbols));
  }

  static boolean fits(CharSequence symbolsAndCheck) {
    int last = symbolsAndCheck.length() - 1;
    return of(symbolsAndCheck.subSequence(0, last)) == symbolsAndCheck.charAt(last);
  }

  /** Horner's rule; the check character itself stands at the generator's power zero. */
  private static int sum(CharSequence symbols) {
    int sum = 0;
    for (int i = 0; i < symbols.length(); i++) {
      sum = timesGenerator(sum ^ ALPHABET.indexOf(symbols.charAt(i)));
    }
    return sum;
  }

  private static int timesGenerator(int element) {
    int doubled = element << 1;
    return (doubled & 0b100000) == 0 ? doubled : doubled ^ POLYNOMIAL;
  }
}
