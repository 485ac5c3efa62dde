package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Finds in the table {@code delivery_item} what is due. */
@Component
class DueItems {

  private final JdbcClient jdbc;

  DueItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Claims what is due for a unit, for this caller alone. Rows that another claims at this moment
   * are passed over; of one request, what came earlier for the unit comes before the later.
   */
  List<Item> claim(UnitId unit, int max, Instant now, Instant until) {
    return jdbc
        .sql(
            """
            WITH due AS MATERIALIZED (
              SELECT id FROM delivery_item AS item
              WHERE unit = :unit AND state = 'open' AND due_at <= :now
                AND NOT EXISTS (SELECT FROM delivery_pause WHERE unit = :unit AND until > :now)
                AND NOT EXISTS (SELECT FROM delivery_item AS earlier
                                WHERE earlier.request_id = item.request_id
                                  AND earlier.unit = item.unit
                                  AND earlier.state = 'open' AND earlier.id < item.id)
              ORDER BY due_at, id LIMIT :max FOR UPDATE SKIP LOCKED)
            UPDATE delivery_item AS item
            SET leased = true, attempt = attempt + 1, due_at = :until
            FROM due WHERE item.id = due.id
            RETURNING item.id, request_id, unit, service, state, leased, attempt, due_at, reason,
              created_at
            """)
        .param("unit", unit.value())
        .param("now", Items.time(now))
        .param("until", Items.time(until))
        .param("max", max)
        .query(Items::read)
        .stream()
        .sorted(Comparator.comparing(Item::createdAt).thenComparing(item -> item.id().value()))
        .toList();
  }

  /** Which of these units have something that is due. */
  List<UnitId> of(Collection<UnitId> units, Instant now) {
    return jdbc.sql(
            """
            SELECT unit FROM unnest(:units) AS unit
            WHERE EXISTS (SELECT FROM delivery_item AS item
                          WHERE item.unit = unit.unit AND state = 'open' AND due_at <= :now)
              AND NOT EXISTS (SELECT FROM delivery_pause AS pause
                              WHERE pause.unit = unit.unit AND until > :now)\
            """)
        .param("units", new SqlArrayValue("text", units.stream().map(UnitId::value).toArray()))
        .param("now", Items.time(now))
        .query((row, number) -> new UnitId(row.getString(1)))
        .list();
  }
}
