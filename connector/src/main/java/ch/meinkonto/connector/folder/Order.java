package ch.meinkonto.connector.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Keeps the order within a case: what waits lets others of its case wait, and nobody else. */
final class Order {

  private record Hold(Path head, Instant until) {}

  private final Clock clock;
  private final Map<String, Hold> holds = new HashMap<>();

  Order(Clock clock) {
    this.clock = clock;
  }

  /** This file has to wait, and with it what comes after it for the same reference. */
  void hold(Path word, String reference, Duration pause) {
    holds.put(reference, new Hold(word, clock.instant().plus(pause)));
  }

  /** Whether it may be sent now. */
  boolean isTurn(Path word, String reference) {
    Hold hold = holds.get(reference);
    if (hold == null) {
      return true;
    }
    if (!hold.head.equals(word)) {
      return !Files.exists(hold.head) && holds.remove(reference, hold);
    }
    return !clock.instant().isBefore(hold.until) && holds.remove(reference, hold);
  }
}
