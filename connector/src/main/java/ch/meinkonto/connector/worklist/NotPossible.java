package ch.meinkonto.connector.worklist;

/** A clerk wants what cannot be now; the message tells them why, in plain German. */
public final class NotPossible extends RuntimeException {

  public NotPossible(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
