package ch.meinkonto.entrance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * After how many seconds a page looks again: the farther back, the later, and with a bit of chance,
 * so that not all look at once.
 */
@Component
class Pauses {

  static final long UNKNOWN = 15;

  static final long SHORTEST = 3;

  private static final long LONGEST = 60;

  /** So many look again in each of the first seconds after opening. */
  private static final long LOOKS_A_SECOND = 500;

  private static final long SPREAD_LEAST = 2;
  private static final long SPREAD_MOST = 30;

  private final Clock clock;

  Pauses(Clock clock) {
    this.clock = clock;
  }

  /** For somebody in line: a quarter of what is left. */
  static long inLine(Optional<Duration> left) {
    var quarter = left.map(wait -> wait.toSeconds() / 4).orElse(UNKNOWN);
    var pause = Math.clamp(quarter, SHORTEST, LONGEST);
    return pause + ThreadLocalRandom.current().nextLong(pause / 4 + 1);
  }

  /** For one of so many who wait until it opens. */
  long untilOpen(Instant opensAt, long people) {
    var left = seconds(opensAt);
    if (left > LONGEST) {
      return LONGEST - ThreadLocalRandom.current().nextLong(LONGEST / 4);
    }
    var spread = Math.clamp(people / LOOKS_A_SECOND, SPREAD_LEAST, SPREAD_MOST);
    return left + 1 + ThreadLocalRandom.current().nextLong(spread);
  }

  long seconds(Instant opensAt) {
    return Math.max(0, Duration.between(clock.instant(), opensAt).toSeconds());
  }
}
