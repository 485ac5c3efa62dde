package ch.meinkonto.simulator.office;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Which faults one office has now. All are off when the simulator starts. */
final class Switches {

  private static final Duration SLOWLY = Duration.ofSeconds(5);

  private Set<Fault> on = Set.of();
  private Instant nextWork = Instant.MIN;

  synchronized void set(Set<Fault> faults) {
    on = Set.copyOf(faults);
    nextWork = Instant.MIN;
    notifyAll();
  }

  synchronized Set<Fault> on() {
    return on;
  }

  boolean on(Fault fault) {
    return on().contains(fault);
  }

  /** Whether the office does at this moment what is due. */
  synchronized boolean isAtWork(Instant now) {
    if (on.contains(Fault.DOWN) || now.isBefore(nextWork)) {
      return false;
    }
    nextWork = on.contains(Fault.SLOW) ? now.plus(SLOWLY) : Instant.MIN;
    return true;
  }

  /**
   * Keeps whoever wants something waiting, as long as a slow or hanging system does.
   *
   * @return whether there is an answer then
   */
  synchronized boolean keepWaiting(Duration atMost) throws InterruptedException {
    if (on.contains(Fault.SLOW)) {
      waitWhile(Fault.SLOW, SLOWLY);
    }
    return waitWhile(Fault.DOWN, atMost);
  }

  private boolean waitWhile(Fault fault, Duration atMost) throws InterruptedException {
    var end = Instant.now().plus(atMost);
    while (on.contains(fault)) {
      var left = Duration.between(Instant.now(), end).toMillis();
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
