package ch.meinkonto.account;

import ch.meinkonto.platform.RateLimits.Decision;
import java.time.Duration;

/** Says how long to wait. */
public final class Waiting {

  private Waiting() {}

  /** Adds to the errors how long to wait, when it is too early for one more. */
  public static void check(Decision decision, FieldErrors errors, String fault) {
    if (decision instanceof Decision.Refused(var pause, _)) {
      errors.add(FieldErrors.FORM, fault, minutes(pause));
    }
  }

  /** Whole minutes, at least one: the number in the text. */
  public static long minutes(Duration pause) {
    return Math.max(1, pause.plusSeconds(59).toMinutes());
  }
}
