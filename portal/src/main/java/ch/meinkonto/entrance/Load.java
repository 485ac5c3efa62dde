package ch.meinkonto.entrance;

import java.time.Duration;
import java.util.List;

/**
 * What a node has to do.
 *
 * @param millis how long the slowest of twenty pages took in the last second
 * @param inFlight how many requests it is answering
 * @param processor how much of its processors is in use, 0 to 1
 */
record Load(double millis, int inFlight, double processor) {

  static final Load NONE = new Load(0, 0, 0);

  private static final double BUSY = 0.9;

  /** What it says of the pace. */
  enum Verdict {
    FASTER,
    HOLD,
    SLOWER
  }

  /** The nodes share the visitors: the one that has most to do decides. */
  static Load worst(List<Load> nodes) {
    return nodes.stream()
        .reduce(
            NONE,
            (one, other) ->
                new Load(
                    Math.max(one.millis, other.millis),
                    Math.max(one.inFlight, other.inFlight),
                    Math.max(one.processor, other.processor)));
  }

  Verdict verdict(EntranceSettings settings) {
    var target = settings.target().toMillis();
    if (millis > target || inFlight > settings.inFlight()) {
      return Verdict.SLOWER;
    }
    return millis > target / 2.0 || processor > BUSY ? Verdict.HOLD : Verdict.FASTER;
  }

  /** Whether the waiting room has to open by itself. */
  boolean tooMuch(Duration limit, int requests) {
    return millis > limit.toMillis() || inFlight > 2 * requests;
  }
}
