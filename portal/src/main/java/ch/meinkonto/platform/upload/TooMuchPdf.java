package ch.meinkonto.platform.upload;

/** A PDF’s skeleton takes too much. Unchecked: the parser goes on after an {@code IOException}. */
final class TooMuchPdf extends RuntimeException {

  TooMuchPdf(String what) {
    super(what);
  }
}
