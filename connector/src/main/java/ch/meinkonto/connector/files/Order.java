package ch.meinkonto.connector.files;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Keeps the order within a case: what waits lets others of its case wait, and nobody else. */
final class Order {

  private record Hold(String head, Instant until) {}

  private final Store store;
  private final Clock clock;
  private final Map<String, Hold> holds = new HashMap<>();

  Order(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** This file has to wait, and with it what comes after it for the same reference. */
  void hold(String word, String reference, Duration pause) {
    holds.put(reference, new Hold(word, clock.instant().plus(pause)));
  }

  /** Whether it may be sent now. */
  boolean isTurn(String word, String reference) throws IOException {
    Hold hold = holds.get(reference);
    if (hold == null) {
      return true;
    }
    if (!hold.head.equals(word)) {
      return !store.exists(hold.head) && holds.remove(reference, hold);
    }
    return !clock.instant().isBefore(hold.until) && holds.remove(reference, hold);
  }
}
