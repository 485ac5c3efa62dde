package ch.meinkonto.entrance;

import java.time.Duration;
import java.time.Instant;

/**
 * How many people a second get in: a little more each second while all is well, much less at once
 * when it is not (additive increase, multiplicative decrease, as in RFC 5681), within what staff
 * allow.
 *
 * @param slowedAt when it was last reduced: what that does is seen some seconds later
 */
record Pace(double perSecond, Instant slowedAt) {

  private static final double DECREASE = 0.7;
  private static final Duration SETTLES = Duration.ofSeconds(5);

  /** From nothing to the ceiling in two minutes. */
  private static final double SECONDS_TO_CEILING = 120;

  /**
   * The pace a moment later.
   *
   * @param waits whether somebody waits: what is not used says nothing
   * @param seconds how long the moment was
   */
  Pace next(
      Load load, boolean waits, double seconds, Instant now, Plan plan, EntranceSettings settings) {
    var floor = plan.floor() / 60.0;
    var ceiling = Math.max(floor, plan.ceiling() / 60.0);
    return switch (load.verdict(settings)) {
      case SLOWER ->
          now.isBefore(slowedAt.plus(SETTLES))
              ? within(perSecond, slowedAt, floor, ceiling)
              : within(perSecond * DECREASE, now, floor, ceiling);
      case HOLD -> within(perSecond, slowedAt, floor, ceiling);
      case FASTER ->
          within(
              waits ? perSecond + ceiling / SECONDS_TO_CEILING * seconds : perSecond,
              slowedAt,
              floor,
              ceiling);
    };
  }

  private static Pace within(double wish, Instant slowedAt, double floor, double ceiling) {
    return new Pace(Math.clamp(wish, floor, ceiling), slowedAt);
  }
}
