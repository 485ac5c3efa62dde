package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code delivery_contact}: when each unit was last heard of. A node notes the same at
 * most once a minute: what a unit does a hundred times a second costs nothing.
 */
@Component
class Contacts {

  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<UnitId, Note> noted = new ConcurrentHashMap<>();

  Contacts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Note(Instant at, String failure) {}

  /**
   * When a unit was last heard of.
   *
   * @param seen when it last came, or took a push
   * @param failed when a push to it last failed
   * @param failure why
   */
  record Contact(@Nullable Instant seen, @Nullable Instant failed, @Nullable String failure) {

    static final Contact NEVER = new Contact(null, null, null);

    /** Whether the last push failed, and nothing got through since. */
    boolean failing() {
      return failed != null && (seen == null || failed.isAfter(seen));
    }
  }

  /** The unit's system came, or took a push. */
  void seen(UnitId unit) {
    note(unit, "");
  }

  /** A push did not get through. */
  void failed(UnitId unit, String why) {
    note(unit, why);
  }

  Map<UnitId, Contact> all() {
    return jdbc
        .sql("SELECT unit, seen_at, failed_at, failure FROM delivery_contact")
        .query((row, _) -> Map.entry(new UnitId(row.getString("unit")), read(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Contact of(UnitId unit) {
    return jdbc.sql("SELECT seen_at, failed_at, failure FROM delivery_contact WHERE unit = ?")
        .param(unit.value())
        .query((row, _) -> read(row))
        .optional()
        .orElse(Contact.NEVER);
  }

  private void note(UnitId unit, String failure) {
    var now = clock.instant();
    var last = noted.get(unit);
    if (last != null && last.failure().equals(failure) && now.isBefore(last.at().plus(AGAIN))) {
      return;
    }
    noted.put(unit, new Note(now, failure));
    jdbc.sql(
            failure.isEmpty()
                ? """
                INSERT INTO delivery_contact (unit, seen_at) VALUES (:unit, :now)
                ON CONFLICT (unit) DO UPDATE SET seen_at = excluded.seen_at
                """
                : """
                INSERT INTO delivery_contact (unit, failed_at, failure)
                VALUES (:unit, :now, :failure)
                ON CONFLICT (unit) DO UPDATE
                SET failed_at = excluded.failed_at, failure = excluded.failure
                """)
        .param("unit", unit.value())
        .param("now", Items.time(now))
        .param("failure", failure)
        .update();
  }

  private static Contact read(ResultSet row) throws SQLException {
    return new Contact(
        instant(row, "seen_at"), instant(row, "failed_at"), row.getString("failure"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }
}
