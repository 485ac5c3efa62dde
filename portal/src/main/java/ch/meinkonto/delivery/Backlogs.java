package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What waits in the table {@code delivery_item}, counted and by pages; reads its index only. */
@Component
class Backlogs {

  static final String PAGE =
      """
      SELECT item.* FROM unnest(:units) AS unit CROSS JOIN LATERAL (
        SELECT id, request_id, unit, state, leased, attempt, due_at, reason, created_at
        FROM delivery_item AS waiting
        WHERE waiting.unit = unit.unit AND state IN ('open', 'set-aside') AND state = :state
          AND (created_at, id) > (:since, :id)
        ORDER BY created_at, id LIMIT :most) AS item
      ORDER BY created_at, id LIMIT :most
      """;

  private final JdbcClient jdbc;

  Backlogs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What waits for one unit.
   *
   * @param oldest since when the oldest of it waits; null when nothing does
   */
  record Backlog(int open, int setAside, @Nullable Instant oldest) {

    static final Backlog NONE = new Backlog(0, 0, null);

    int all() {
      return open + setAside;
    }

    private Backlog with(Item.State state, int count, Instant since) {
      return new Backlog(
          state == Item.State.OPEN ? count : open,
          state == Item.State.SET_ASIDE ? count : setAside,
          oldest == null || since.isBefore(oldest) ? since : oldest);
    }
  }

  /** Where a page begins: after this one. */
  record Place(Instant since, UUID id) {

    /** The database knows no times that are further away. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));

    static Place of(Item last) {
      return new Place(last.createdAt(), last.id().value());
    }

    /** Reads what stands in an address; what is none begins at the beginning. */
    static Place of(String code) {
      try {
        var parts = code.split("_", 2);
        var since = parts.length == 2 ? Instant.parse(parts[0]) : Instant.EPOCH;
        return since.isAfter(Instant.EPOCH) && since.isBefore(END)
            ? new Place(since, UUID.fromString(parts[1]))
            : FIRST;
      } catch (DateTimeParseException | IllegalArgumentException notAPlace) {
        return FIRST;
      }
    }

    String code() {
      return since + "_" + id;
    }
  }

  /** By unit, of all for whom something waits. */
  Map<UnitId, Backlog> all() {
    return count("", Map.of());
  }

  /** What waits for one unit. */
  Backlog of(UnitId unit) {
    return count(" AND unit = :unit", Map.of("unit", unit.value()))
        .getOrDefault(unit, Backlog.NONE);
  }

  private Map<UnitId, Backlog> count(String which, Map<String, String> parameters) {
    var all = new HashMap<UnitId, Backlog>();
    jdbc.sql(
            """
            SELECT unit, state, count(*) AS count, min(created_at) AS oldest FROM delivery_item
            WHERE state IN ('open', 'set-aside')%s GROUP BY unit, state
            """
                .formatted(which))
        .params(parameters)
        .query(row -> {
          var unit = new UnitId(row.getString("unit"));
          var known = all.getOrDefault(unit, Backlog.NONE);
          all.put(
              unit,
              known.with(
                  Item.State.of(row.getString("state")),
                  row.getInt("count"),
                  row.getObject("oldest", OffsetDateTime.class).toInstant()));
        });
    return all;
  }

  /** What waits in one state for any of these units, the oldest first, from a place on. */
  List<Item> page(Collection<UnitId> units, Item.State state, Place after, int most) {
    return jdbc.sql(PAGE)
        .param("units", new SqlArrayValue("text", units.stream().map(UnitId::value).toArray()))
        .param("state", state.code())
        .param("since", Items.time(after.since()))
        .param("id", after.id())
        .param("most", most)
        .query(Items::read)
        .list();
  }
}
