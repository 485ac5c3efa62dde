package ch.meinkonto.platform.upload;

import java.util.BitSet;

/**
 * Counts the objects of a PDF as its pieces are read, since a parser that finds no table of them
 * looks for them itself, and remembers each.
 */
final class PdfObjects {

  private final BitSet seen = new BitSet();
  private int count;

  /** Looks at a piece; once at each. */
  void look(int number, byte[] piece) {
    if (seen.get(number)) {
      return;
    }
    seen.set(number);
    for (var at = 0; at + 2 < piece.length; at++) {
      if (begins(piece, at)) {
        count++;
      }
    }
    if (count > BoundedPdfParser.MOST_OBJECTS) {
      throw new TooMuchPdf("objects");
    }
  }

  /** {@code obj}, and not {@code endobj}. */
  private static boolean begins(byte[] piece, int at) {
    return piece[at] == 'o'
        && piece[at + 1] == 'b'
        && piece[at + 2] == 'j'
        && (at == 0 || piece[at - 1] != 'd');
  }
}
