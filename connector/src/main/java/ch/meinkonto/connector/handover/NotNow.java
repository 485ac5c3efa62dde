package ch.meinkonto.connector.handover;

import java.time.Duration;

/** The unit's system cannot take or give something now; the message says why, never what. */
public final class NotNow extends Exception {

  private static final Duration USUAL = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private final Duration after;

  /** To be tried again after a minute. */
  public NotNow(String why) {
    this(why, USUAL);
  }

  /** To be tried again when the system says, within an hour. */
  public NotNow(String why, Duration after) {
    super(why);
    this.after = after.compareTo(LONGEST) > 0 ? LONGEST : after;
  }

  /** How long to wait before the next try. */
  public Duration after() {
    return after;
  }
}
