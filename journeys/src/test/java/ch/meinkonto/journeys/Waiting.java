package ch.meinkonto.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what will happen, however slow the machine is. */
final class Waiting {

  static final Duration AT_MOST = Duration.ofMinutes(3);

  private Waiting() {}

  /** Looks again and again until there is something. */
  static <T> T until(String what, Callable<Optional<T>> look) {
    return until(what, AT_MOST, look);
  }

  /** The same for what takes longer, or must not. */
  static <T> T until(String what, Duration atMost, Callable<Optional<T>> look) {
    var end = Instant.now().plus(atMost);
    Exception last = null;
    while (Instant.now().isBefore(end) && !Thread.currentThread().isInterrupted()) {
      try {
        var found = look.call();
        if (found.isPresent()) {
          return found.get();
        }
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new AssertionError("Waited in vain for " + what, last);
  }

  /** Looks again and again until it is so. */
  static void untilTrue(String what, Callable<Boolean> look) {
    until(what, () -> look.call() ? Optional.of(true) : Optional.empty());
  }
}
