package ch.meinkonto.connector.handover;

/** A file in {@code ausgang} cannot be sent; the message tells a clerk why, in plain German. */
public final class Unusable extends Exception {

  public Unusable(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
