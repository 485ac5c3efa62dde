package ch.meinkonto.entrance;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.stereotype.Component;

/** Measures what this node has to do: how many requests it answers, and how long pages take. */
@Component
class LoadMeter {

  /** Two for each doubling, from a microsecond on. */
  private static final int BUCKETS = 64;

  private static final double SLOWEST_OF = 0.95;

  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicLongArray took = new AtomicLongArray(BUCKETS);

  void begin() {
    inFlight.incrementAndGet();
  }

  void end() {
    inFlight.decrementAndGet();
  }

  /** A page took so long. */
  void page(long nanos) {
    var micros = Math.max(1, nanos / 1_000.0);
    took.incrementAndGet(Math.min(BUCKETS - 1, (int) (2 * Math.log(micros) / Math.log(2))));
  }

  /** What there was to do since this was asked last. */
  Load sinceLast() {
    var counts = new long[BUCKETS];
    long all = 0;
    for (var i = 0; i < BUCKETS; i++) {
      counts[i] = took.getAndSet(i, 0);
      all += counts[i];
    }
    return new Load(
        all == 0 ? 0 : millis(counts, all), inFlight.get(), Math.max(0, machine.getCpuLoad()));
  }

  /** The upper end of where it lies. */
  private static double millis(long[] counts, long all) {
    var wanted = (long) Math.ceil(all * SLOWEST_OF);
    var bucket = -1;
    for (long seen = 0; seen < wanted; ) {
      seen += counts[++bucket];
    }
    return Math.pow(2, (bucket + 1) / 2.0) / 1_000;
  }
}
