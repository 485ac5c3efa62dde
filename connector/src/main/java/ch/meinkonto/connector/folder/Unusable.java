package ch.meinkonto.connector.folder;

/** A file in {@code ausgang} cannot be sent; the message tells a clerk why, in plain German. */
final class Unusable extends Exception {

  Unusable(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
