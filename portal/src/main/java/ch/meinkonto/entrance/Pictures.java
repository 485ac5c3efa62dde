package ch.meinkonto.entrance;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code entrance_picture}: how a rush goes, ten seconds a row. */
@Component
class Pictures {

  static final Duration SLOT = Duration.ofSeconds(10);

  private final JdbcClient jdbc;

  Pictures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Ten seconds of it. */
  record Slot(Instant at, int arrived, int admitted, long waiting, double millis) {}

  static Instant slot(Instant now) {
    var millis = now.toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, SLOT.toMillis()));
  }

  /** That many more came, and got in. */
  void add(UUID rush, Instant now, long arrived, long admitted) {
    jdbc.sql(
            """
            INSERT INTO entrance_picture AS known (rush, at, arrived, admitted)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (rush, at) DO UPDATE SET arrived = known.arrived + excluded.arrived,
              admitted = known.admitted + excluded.admitted
            """)
        .params(rush, RushRows.time(slot(now)), arrived, admitted)
        .update();
  }

  /** How it stands now; of how long pages take, the worst. */
  void measure(UUID rush, Instant now, Line line, Load load) {
    jdbc.sql(
            """
            INSERT INTO entrance_picture AS known (rush, at, waiting, front, millis)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (rush, at) DO UPDATE SET waiting = excluded.waiting,
              front = excluded.front, millis = greatest(known.millis, excluded.millis)
            """)
        .params(rush, RushRows.time(slot(now)), line.waiting(), line.front(), load.millis())
        .update();
  }

  /** Up to which place people had been called then. */
  double front(UUID rush, Instant then) {
    return jdbc.sql(
            "SELECT coalesce(max(front), 0) FROM entrance_picture WHERE rush = ? AND at <= ?")
        .params(rush, RushRows.time(then))
        .query(Double.class)
        .single();
  }

  /** The last ones, in order. */
  List<Slot> last(UUID rush, int most) {
    return jdbc.sql(
            """
            SELECT at, arrived, admitted, waiting, millis FROM entrance_picture
            WHERE rush = ? ORDER BY at DESC LIMIT ?
            """)
        .params(rush, most)
        .query((row, _) ->
            new Slot(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getInt(2),
                row.getInt(3),
                row.getLong(4),
                row.getDouble(5)))
        .list()
        .reversed();
  }
}
