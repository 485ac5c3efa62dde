package ch.meinkonto.entrance;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code entrance_node}: what each node has to do. One that is silent is dead. */
@Component
class Nodes {

  private static final Duration DEAD = Duration.ofSeconds(5);
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final UUID self = UUID.randomUUID();

  Nodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void tell(Load load, Instant now) {
    jdbc.sql(
            """
            INSERT INTO entrance_node (id, seen_at, millis, in_flight, processor)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, millis = excluded.millis,
              in_flight = excluded.in_flight, processor = excluded.processor
            """)
        .params(self, RushRows.time(now), load.millis(), load.inFlight(), load.processor())
        .update();
  }

  Load worst(Instant now) {
    return Load.worst(
        jdbc.sql("SELECT millis, in_flight, processor FROM entrance_node WHERE seen_at > ?")
            .param(RushRows.time(now.minus(DEAD)))
            .query((row, _) -> new Load(row.getDouble(1), row.getInt(2), row.getDouble(3)))
            .list());
  }

  void forget(Instant now) {
    jdbc.sql("DELETE FROM entrance_node WHERE seen_at < ?")
        .param(RushRows.time(now.minus(FORGOTTEN)))
        .update();
  }
}
