package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in the table {@code delivery_item}, counted and by pages; reads its index only. */
@Component
class Backlogs {

  static final String PAGE =
      """
      SELECT item.* FROM unnest(:units) AS unit CROSS JOIN LATERAL (
        SELECT id, request_id, unit, service, state, leased, attempt, due_at, reason, created_at
        FROM delivery_item AS waiting
        WHERE waiting.unit = unit.unit AND state IN ('open', 'set-aside') AND state = :state
          AND (unit.unit = ANY (:whole) OR service = ANY (:services))
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

    private Backlog and(Backlog other) {
      var since =
          oldest == null || (other.oldest != null && other.oldest.isBefore(oldest))
              ? other.oldest
              : oldest;
      return new Backlog(open + other.open, setAside + other.setAside, since);
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
    return ofUnits("", Map.of());
  }

  /** What waits for one unit. */
  Backlog of(UnitId unit) {
    return ofUnits(" AND unit = :unit", Map.of("unit", unit.value()))
        .getOrDefault(unit, Backlog.NONE);
  }

  /** What waits of a scope. */
  Backlog of(Scope scope) {
    return count("unit", " AND " + Scope.CONDITION, scope.parameters()).values().stream()
        .reduce(Backlog.NONE, Backlog::and);
  }

  /** By service, of all of which something waits. */
  Map<String, Backlog> byService() {
    return count("service", " AND service IS NOT NULL", Map.of());
  }

  private Map<UnitId, Backlog> ofUnits(String which, Map<String, ?> parameters) {
    return count("unit", which, parameters).entrySet().stream()
        .collect(Collectors.toMap(one -> new UnitId(one.getKey()), Map.Entry::getValue));
  }

  private Map<String, Backlog> count(String by, String which, Map<String, ?> parameters) {
    var all = new HashMap<String, Backlog>();
    jdbc.sql(
            """
            SELECT %1$s AS by, state, count(*) AS count, min(created_at) AS oldest
            FROM delivery_item WHERE state IN ('open', 'set-aside')%2$s GROUP BY %1$s, state
            """
                .formatted(by, which))
        .params(parameters)
        .query(row -> {
          var name = row.getString("by");
          var known = all.getOrDefault(name, Backlog.NONE);
          all.put(
              name,
              known.with(
                  Item.State.of(row.getString("state")),
                  row.getInt("count"),
                  row.getObject("oldest", OffsetDateTime.class).toInstant()));
        });
    return all;
  }

  /** What waits of a scope in one state, the oldest first, from a place on. */
  List<Item> page(Scope scope, Item.State state, Place after, int most) {
    return jdbc.sql(PAGE)
        .params(scope.parameters())
        .param("state", state.code())
        .param("since", Items.time(after.since()))
        .param("id", after.id())
        .param("most", most)
        .query(Items::read)
        .list();
  }
}
