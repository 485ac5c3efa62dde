package ch.meinkonto.entrance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Numbers for those who come after opening: a node takes some at once, as many as came lately, and
 * lets them go after a second. So the order is that of arrival to the second, whichever nodes they
 * come to; what a node lets go, or takes with it when it dies, is nobody's place and held up by
 * nobody.
 */
@Component
class Numbers {

  static final Duration KEPT = Duration.ofSeconds(1);

  private static final int MOST = 500;

  private final RushRows rows;
  private final Clock clock;
  private final ConcurrentHashMap<UUID, Block> blocks = new ConcurrentHashMap<>();

  private record Block(long next, long last, int size, Instant until) {}

  Numbers(RushRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  long next(UUID rush) {
    var now = clock.instant();
    var block =
        blocks.compute(
            rush,
            (_, known) ->
                known != null && known.next < known.last && now.isBefore(known.until)
                    ? new Block(known.next + 1, known.last, known.size, known.until)
                    : take(rush, known, now));
    return block.next;
  }

  /** Twice as many when the last ones did not last, one when they did. */
  private Block take(UUID rush, @Nullable Block known, Instant now) {
    var size = known != null && now.isBefore(known.until) ? Math.min(MOST, 2 * known.size) : 1;
    var last = rows.takeNumbers(rush, size);
    return new Block(last - size + 1, last, size, now.plus(KEPT));
  }
}
