package ch.meinkonto.delivery;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.database.Write;
import ch.meinkonto.platform.database.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The table {@code delivery_item}. */
@Component
class Items {

  private static final String COLUMNS =
      "id, request_id, unit, service, state, leased, attempt, due_at, reason, created_at";

  private static final String PUT_BACK =
      """
      UPDATE delivery_item SET state = 'open', reason = NULL, due_at = :now, created_at = :now
      WHERE state = 'set-aside'\
      """;

  private final JdbcClient jdbc;
  private final Writes writes;

  Items(JdbcClient jdbc, Writes writes) {
    this.jdbc = jdbc;
    this.writes = writes;
  }

  /** At the end of the caller's transaction. */
  void add(DeliveryId id, RequestId request, String service, UnitId unit, Instant now) {
    writes.beforeCommit(
        new Write(
            """
            INSERT INTO delivery_item (id, request_id, service, unit, due_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """,
            List.of(id.value(), request.value(), service, unit.value(), time(now), time(now))));
  }

  Optional<Item> find(DeliveryId id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM delivery_item WHERE id = :id")
        .param("id", id.value())
        .query(Items::read)
        .optional();
  }

  /** The delivery, kept for this transaction alone. */
  Optional<Item> lock(DeliveryId id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM delivery_item WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query(Items::read)
        .optional();
  }

  /** Offers an attempt's delivery again at {@code due}; nothing when another attempt has begun. */
  boolean offerAgain(Item item, Instant due, boolean leased) {
    return jdbc.sql(
                """
                UPDATE delivery_item SET leased = :leased, due_at = :due
                WHERE id = :id AND attempt = :attempt AND state = 'open'\
                """)
            .param("leased", leased)
            .param("due", time(due))
            .param("id", item.id().value())
            .param("attempt", item.attempt())
            .update()
        == 1;
  }

  /** An attempt's lease does not end before {@code due}; false when it is over already. */
  boolean prolong(Item item, Instant due) {
    return jdbc.sql(
                """
                UPDATE delivery_item SET due_at = greatest(due_at, :due)
                WHERE id = :id AND attempt = :attempt AND state = 'open' AND leased\
                """)
            .param("due", time(due))
            .param("id", item.id().value())
            .param("attempt", item.attempt())
            .update()
        == 1;
  }

  /** Sets an attempt's delivery aside for an operator; the rest flow on. */
  boolean setAside(Item item, String reason) {
    return jdbc.sql(
                """
                UPDATE delivery_item SET leased = false, state = 'set-aside', reason = :reason
                WHERE id = :id AND attempt = :attempt AND state = 'open'\
                """)
            .param("reason", reason)
            .param("id", item.id().value())
            .param("attempt", item.attempt())
            .update()
        == 1;
  }

  /**
   * Calls back what was never offered, or is not any more: gives how often it was; empty when it
   * goes on.
   */
  Optional<Integer> recall(DeliveryId id, Instant now) {
    return jdbc.sql(
            """
            UPDATE delivery_item SET state = 'recalled', reason = NULL, done_at = :now
            WHERE id = :id AND (state = 'set-aside' OR (state = 'open' AND attempt = 0))
            RETURNING attempt\
            """)
        .param("now", time(now))
        .param("id", id.value())
        .query(Integer.class)
        .optional();
  }

  /** Offers again what is set aside, and gives why it was; empty when it is not. */
  Optional<String> putBack(DeliveryId id, Instant now) {
    return jdbc.sql(PUT_BACK + " AND id = :id RETURNING coalesce(old.reason, '')")
        .param("id", id.value())
        .param("now", time(now))
        .query(String.class)
        .optional();
  }

  /** The same of everything at a unit; gives how much. */
  int putBackAll(UnitId unit, Instant now) {
    return jdbc.sql(PUT_BACK + " AND unit = :unit")
        .param("unit", unit.value())
        .param("now", time(now))
        .update();
  }

  /** The unit is done with it; the caller has locked the row. */
  void done(DeliveryId id, Item.State state, Instant now) {
    jdbc.sql(
            """
            UPDATE delivery_item SET leased = false, state = :state, reason = NULL, done_at = :now
            WHERE id = :id\
            """)
        .param("state", state.code())
        .param("now", time(now))
        .param("id", id.value())
        .update();
  }

  /** Offers what its unit is done with once more; the caller has locked the row. */
  void reopen(DeliveryId id, Instant now) {
    jdbc.sql(
            """
            UPDATE delivery_item SET leased = false, state = 'open', due_at = :now, done_at = NULL
            WHERE id = :id\
            """)
        .param("now", time(now))
        .param("id", id.value())
        .update();
  }

  List<Item> setAside() {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM delivery_item WHERE state = 'set-aside' ORDER BY id")
        .query(Items::read)
        .list();
  }

  /**
   * Something that its unit has not taken for too long.
   *
   * @param untold whether nobody has been told so far
   */
  record Late(Item item, boolean untold) {}

  /** Claims some of what has waited for a unit, or was last told, since before a moment. */
  List<Late> tellLate(UnitId unit, Instant before, Instant now, int max) {
    return jdbc.sql(
            """
            WITH late AS (
              SELECT id, told_at FROM delivery_item
              WHERE unit = :unit AND state IN ('open', 'set-aside')
                AND coalesce(told_at, created_at) < :before
              LIMIT :max FOR UPDATE SKIP LOCKED)
            UPDATE delivery_item AS item SET told_at = :now FROM late WHERE item.id = late.id
            RETURNING item.id, request_id, unit, service, state, leased, attempt, due_at, reason,
              created_at, late.told_at IS NULL AS untold\
            """)
        .param("unit", unit.value())
        .param("before", time(before))
        .param("now", time(now))
        .param("max", max)
        .query((row, number) -> new Late(read(row, number), row.getBoolean("untold")))
        .list();
  }

  /**
   * How a unit lags behind.
   *
   * @param count how much has waited since before that moment
   * @param oldest since when the oldest waits
   * @param told when we last said so; empty if never
   */
  record Backlog(int count, Instant oldest, Optional<Instant> told) {}

  /** What a unit has not taken since before a moment. */
  Backlog backlog(UnitId unit, Instant before) {
    return jdbc.sql(
            """
            SELECT count(*) AS count, min(created_at) AS oldest, max(told_at) AS told
            FROM delivery_item
            WHERE unit = :unit AND state IN ('open', 'set-aside') AND created_at < :before\
            """)
        .param("unit", unit.value())
        .param("before", time(before))
        .query((row, number) ->
            new Backlog(
                row.getInt("count"),
                row.getObject("oldest", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("told", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
        .single();
  }

  /** Which units have something that waits, or was told, since before a moment. */
  List<UnitId> unitsWithLate(Instant before) {
    return jdbc.sql(
            """
            SELECT DISTINCT unit FROM delivery_item
            WHERE state IN ('open', 'set-aside') AND coalesce(told_at, created_at) < :before\
            """)
        .param("before", time(before))
        .query((row, number) -> new UnitId(row.getString("unit")))
        .list();
  }

  int forget(Instant before) {
    return jdbc.sql("DELETE FROM delivery_item WHERE done_at < :before")
        .param("before", time(before))
        .update();
  }

  void forget(List<UUID> requests) {
    jdbc.sql("DELETE FROM delivery_item WHERE request_id = ANY (:requests)")
        .param("requests", new SqlArrayValue("uuid", requests.toArray()))
        .update();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Item read(ResultSet row, int number) throws SQLException {
    return new Item(
        new DeliveryId(row.getObject("id", UUID.class)),
        new RequestId(row.getObject("request_id", UUID.class)),
        new UnitId(row.getString("unit")),
        row.getString("service"),
        Item.State.of(row.getString("state")),
        row.getBoolean("leased"),
        row.getInt("attempt"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getString("reason"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
