package ch.meinkonto.connector;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts of one unit since the start; nothing about persons. */
public final class Counts {

  /** What is counted. */
  public enum Of {
    ACCEPTED,
    REJECTED,
    POSTPONED,
    UNREADABLE,
    SENT,
    NOT_SENT
  }

  private final Map<Of, LongAdder> counts = new EnumMap<>(Of.class);

  public Counts() {
    for (Of of : Of.values()) {
      counts.put(of, new LongAdder());
    }
  }

  /** Counts some more. */
  public void add(Of of, long several) {
    counter(of).add(several);
  }

  /** How many there have been. */
  public long get(Of of) {
    return counter(of).sum();
  }

  private LongAdder counter(Of of) {
    return counts.computeIfAbsent(of, _ -> new LongAdder());
  }
}
