package ch.meinkonto.form.expression;

/** Ends the reading of an expression at its first mistake. */
final class Mistake extends RuntimeException {

  private final int position;

  Mistake(int position, String message) {
    super(message, null, false, false);
    this.position = position;
  }

  int position() {
    return position;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
