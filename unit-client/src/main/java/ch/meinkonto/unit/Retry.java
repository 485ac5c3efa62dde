package ch.meinkonto.unit;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how soon a call is tried again after a transport error, 429 or 5xx: the wait
 * doubles, with full jitter, so that many units do not return at the same moment.
 *
 * @param attempts in all, the first included
 * @param firstWait longest wait after the first failure
 * @param longestWait longest wait at all
 */
public record Retry(int attempts, Duration firstWait, Duration longestWait) {

  /** Six attempts within about half a minute. */
  public static final Retry DEFAULT = new Retry(6, Duration.ofMillis(500), Duration.ofSeconds(30));

  public Retry {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least one attempt");
    }
  }

  /** How long to wait after the n-th failure, counted from one. */
  Duration waitAfter(int failures) {
    long cap =
        Math.min(longestWait.toMillis(), firstWait.toMillis() << Math.clamp(failures - 1L, 0, 20));
    return Duration.ofMillis(cap <= 0 ? 0 : ThreadLocalRandom.current().nextLong(cap + 1));
  }
}
