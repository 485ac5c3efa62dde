package ch.meinkonto.account;

import java.time.Duration;

/** Says how long to wait. */
public final class Waiting {

  private Waiting() {}

  /** Whole minutes, at least one: the number in the text. */
  public static long minutes(Duration pause) {
    return Math.max(1, pause.plusSeconds(59).toMinutes());
  }
}
