package ch.meinkonto.simulator.phone;

import java.time.Instant;

/** A text message that arrived on somebody's phone. */
public record TextMessage(String id, Instant at, String to, String from, String text) {

  /** The number in groups, as people in the city read one of theirs. */
  public String readableNumber() {
    return to.replaceFirst(
        "^(\\+41)(\\d\\d)(\\d{3})(\\d\\d)(\\d\\d)$", "$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5");
  }
}
