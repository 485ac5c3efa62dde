package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Wakes whoever waits at this node for a unit's deliveries. What happens at other nodes, or by time
 * alone, is noticed by {@link Lookout}. Nobody holds a database connection while waiting.
 */
@Component
class Bell {

  private final Map<UnitId, Phaser> bells = new ConcurrentHashMap<>();
  private final Map<UnitId, Integer> waiting = new ConcurrentHashMap<>();
  private final List<Consumer<UnitId>> hearers = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** Something is due for the unit. */
  void ring(UnitId unit) {
    strike(bell(unit));
    hearers.forEach(hearer -> hearer.accept(unit));
  }

  /** How often it has rung; taken before looking, so that no ring between is missed. */
  int count(UnitId unit) {
    return bell(unit).getPhase();
  }

  /** Waits until it rings once more than {@code count}, or the time is over. */
  void await(UnitId unit, int count, Duration longest) throws InterruptedException {
    if (closed) {
      return;
    }
    waiting.merge(unit, 1, Integer::sum);
    try {
      bell(unit).awaitAdvanceInterruptibly(count, longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // nothing came; the caller knows by its own clock
    } finally {
      waiting.computeIfPresent(unit, (_, number) -> number == 1 ? null : number - 1);
    }
  }

  /** For whose deliveries somebody waits here. */
  Set<UnitId> awaited() {
    return Set.copyOf(waiting.keySet());
  }

  /** Tells a hearer of each ring; it must be quick. */
  void tell(Consumer<UnitId> hearer) {
    hearers.add(hearer);
  }

  /** The node stops: whoever waits is sent home. */
  void close() {
    closed = true;
    bells.values().forEach(Bell::strike);
  }

  boolean closed() {
    return closed;
  }

  /** One at a time: a phaser refuses a second arrival while the first still turns its phase. */
  private static void strike(Phaser bell) {
    synchronized (bell) {
      bell.arrive();
    }
  }

  private Phaser bell(UnitId unit) {
    return bells.computeIfAbsent(unit, _ -> new Phaser(1));
  }
}
