package ch.meinkonto.delivery;

import ch.meinkonto.platform.BackOff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps from knocking at a door where nobody opens (circuit breaker; M. Nygard, Release It!): after
 * several failures in a row there is one try at a time, with a longer pause each time, until one
 * goes well. Each node has its own.
 */
final class Breaker {

  private static final int FAILURES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private int failures;
  private Instant next = Instant.MIN;
  private boolean trying;

  Breaker(Clock clock) {
    this.clock = clock;
  }

  /** Whether one may try now; who may says afterwards how it went. */
  synchronized boolean admits() {
    if (isClosed()) {
      return true;
    }
    if (trying || clock.instant().isBefore(next)) {
      return false;
    }
    trying = true;
    return true;
  }

  private boolean isClosed() {
    return failures < FAILURES;
  }

  /** There was nothing to try. */
  synchronized void untried() {
    trying = false;
  }

  /** It went well; gives whether it did not before. */
  synchronized boolean well() {
    var wasOpen = !isClosed();
    failures = 0;
    trying = false;
    return wasOpen;
  }

  /** It failed; gives whether that was once too often. */
  synchronized boolean failed() {
    if (!isClosed() && !trying) {
      return false; // it was on its way when the others failed
    }
    trying = false;
    failures++;
    if (isClosed()) {
      return false;
    }
    next = clock.instant().plus(BackOff.after(failures - FAILURES + 1, FIRST_PAUSE, LONGEST_PAUSE));
    return failures == FAILURES;
  }
}
