package ch.meinkonto.connector.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Knows what nobody writes on any more: what has stayed the same for a while, by this machine's
 * clock, whatever the clock says where it lies.
 */
public final class Settled {

  private record Seen(long size, Instant modified, Instant since) {}

  private final Clock clock;
  private final Duration settle;
  private final Map<String, Seen> seen = new HashMap<>();
  private final Set<String> looked = new HashSet<>();

  public Settled(Clock clock, Duration settle) {
    this.clock = clock;
    this.settle = settle;
  }

  /** A new round of looking begins; what was not looked at in the last one is forgotten. */
  public synchronized void round() {
    seen.keySet().retainAll(looked);
    looked.clear();
  }

  /** Looks at a file; whether it has stayed the same for long enough. */
  public synchronized boolean isSettled(String name, Store.Entry now) {
    return !sameFor(name, now).minus(settle).isNegative();
  }

  /** Looks at a file; how long it has stayed the same. */
  synchronized Duration sameFor(String name, Store.Entry now) {
    looked.add(name);
    Seen before = seen.get(name);
    if (before == null || before.size != now.size() || !before.modified.equals(now.modified())) {
      before = new Seen(now.size(), now.modified(), clock.instant());
      seen.put(name, before);
    }
    return Duration.between(before.since, clock.instant());
  }
}
