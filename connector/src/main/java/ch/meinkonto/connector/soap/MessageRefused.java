package ch.meinkonto.connector.soap;

/**
 * The service says that a message is wrong, and would be the next time, too (SOAP 1.2, 5.4.6:
 * Sender).
 */
final class MessageRefused extends Exception {

  MessageRefused(String code) {
    super(code);
  }

  /** The fault's code. */
  String code() {
    return String.valueOf(getMessage());
  }
}
