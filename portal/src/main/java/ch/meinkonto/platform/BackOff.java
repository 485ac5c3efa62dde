package ch.meinkonto.platform;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failed attempt: doubling, with jitter so that many do not come at once.
 */
public final class BackOff {

  private static final int DOUBLINGS = 20;

  private BackOff() {}

  /**
   * The pause.
   *
   * @param attempt how often it failed, from 1
   * @param first after the first failure, without the jitter
   * @param longest that it gets, without the jitter
   */
  public static Duration after(int attempt, Duration first, Duration longest) {
    var doubled = first.multipliedBy(1L << Math.clamp(attempt - 1L, 0, DOUBLINGS));
    var capped = doubled.compareTo(longest) > 0 ? longest : doubled;
    var jitter = 0.75 + ThreadLocalRandom.current().nextDouble(0.5);
    return Duration.ofMillis(Math.round(capped.toMillis() * jitter));
  }
}
