package ch.meinkonto.entrance;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/**
 * Who came and got in at this node, until it tells the database, each second. A node that is killed
 * takes a second's worth of numbers with it, and nobody's ticket.
 */
@Component
class Counts {

  private final ConcurrentHashMap<UUID, Count> counts = new ConcurrentHashMap<>();

  private record Count(LongAdder early, LongAdder arrived, LongAdder admitted) {
    Count() {
      this(new LongAdder(), new LongAdder(), new LongAdder());
    }
  }

  /** What was counted. */
  record Counted(long early, long arrived, long admitted) {
    boolean nothing() {
      return early == 0 && arrived == 0 && admitted == 0;
    }
  }

  void early(UUID rush) {
    of(rush).early.increment();
    of(rush).arrived.increment();
  }

  void late(UUID rush) {
    of(rush).arrived.increment();
  }

  void admitted(UUID rush) {
    of(rush).admitted.increment();
  }

  /** Takes it out. */
  Counted take(UUID rush) {
    var count = of(rush);
    return new Counted(
        count.early.sumThenReset(), count.arrived.sumThenReset(), count.admitted.sumThenReset());
  }

  /** It could not be told: for the next time. */
  void giveBack(UUID rush, Counted counted) {
    var count = of(rush);
    count.early.add(counted.early());
    count.arrived.add(counted.arrived());
    count.admitted.add(counted.admitted());
  }

  private Count of(UUID rush) {
    return counts.computeIfAbsent(rush, _ -> new Count());
  }
}
