package ch.meinkonto.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waited in each of the last hours, reckoned back from what waits now. */
@Component
class Volumes {

  static final int HOURS = 24;

  private final JdbcClient jdbc;
  private final Clock clock;

  Volumes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How much waited at a moment. */
  record Volume(Instant at, int waiting) {}

  /** At the beginning of each hour, and now, when {@code waiting} is what waits. */
  List<Volume> lately(Scope scope, int waiting) {
    var now = clock.instant();
    var hour = now.truncatedTo(ChronoUnit.HOURS);
    var changes = changes(scope, hour.minus(Duration.ofHours(HOURS - 1L)));
    var volumes = new ArrayDeque<Volume>();
    volumes.addFirst(new Volume(now, waiting));
    var left = waiting;
    for (var back = 0; back < HOURS; back++) {
      var begin = hour.minus(Duration.ofHours(back));
      left -= changes.getOrDefault(begin, 0);
      volumes.addFirst(new Volume(begin, Math.max(0, left)));
    }
    return List.copyOf(volumes);
  }

  /** By how much more waited at the end of an hour than at its beginning. */
  private Map<Instant, Integer> changes(Scope scope, Instant from) {
    var changes = new HashMap<Instant, Integer>();
    jdbc.sql(
            """
            SELECT date_trunc('hour', at, 'UTC') AS hour, sum(change) AS change FROM (
              SELECT created_at AS at, 1 AS change FROM delivery_item
              WHERE state IN ('open', 'set-aside') AND %1$s AND created_at >= :from
              UNION ALL
              SELECT created_at, 1 FROM delivery_item
              WHERE done_at >= :from AND %1$s AND created_at >= :from
              UNION ALL
              SELECT done_at, -1 FROM delivery_item WHERE done_at >= :from AND %1$s)
            GROUP BY hour
            """
                .formatted(Scope.CONDITION))
        .params(scope.parameters())
        .param("from", Items.time(from))
        .query(row -> {
          changes.put(
              row.getObject("hour", OffsetDateTime.class).toInstant(), row.getInt("change"));
        });
    return changes;
  }
}
