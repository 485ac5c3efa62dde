package ch.meinkonto.entrance;

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

/** The table {@code entrance_rush}. */
@Component
class RushRows {

  private static final String SELECT = "SELECT * FROM entrance_rush ";

  private final JdbcClient jdbc;

  RushRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A rush to come; false when one that opened by itself is there already. */
  boolean insert(UUID id, Plan plan) {
    var line = Line.beginning(plan);
    return jdbc.sql(
                """
                INSERT INTO entrance_rush (id, services, planned, login, gathers_at, opens_at,
                  forecast, floor, ceiling, mode, early, late, front, pace, shown, stepped_at,
                  slowed_at, waited_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', 0, 0, 0, ?, 1, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            .params(
                id,
                new SqlArrayValue("text", plan.services().toArray()),
                plan.planned(),
                plan.login(),
                time(plan.gathersAt()),
                time(plan.opensAt()),
                plan.forecast(),
                plan.floor(),
                plan.ceiling(),
                line.pace(),
                time(line.steppedAt()),
                time(line.slowedAt()),
                time(line.waitedAt()))
            .update()
        == 1;
  }

  /** Those that have not ended, the next first. */
  List<Rush> open() {
    return jdbc.sql(SELECT + "WHERE ended_at IS NULL ORDER BY opens_at, id")
        .query(RushRows::read)
        .list();
  }

  /** Those that have, the last first. */
  List<Rush> ended(int most) {
    return jdbc.sql(SELECT + "WHERE ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT ?")
        .param(most)
        .query(RushRows::read)
        .list();
  }

  Optional<Rush> find(UUID id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(RushRows::read).optional();
  }

  /** Those of which it is known who got in. */
  List<UUID> withAdmissions() {
    return jdbc.sql("SELECT DISTINCT rush FROM entrance_admission").query(UUID.class).list();
  }

  boolean hasEnded(UUID id) {
    return jdbc.sql("SELECT ended_at IS NOT NULL FROM entrance_rush WHERE id = ?")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** The rush, locked, when no node has moved its front lately or is about to. */
  Optional<Rush> toStep(UUID id, Instant before) {
    return jdbc.sql(
            SELECT + "WHERE id = ? AND stepped_at <= ? AND ended_at IS NULL FOR UPDATE SKIP LOCKED")
        .params(id, time(before))
        .query(RushRows::read)
        .optional();
  }

  void store(UUID id, Line line) {
    jdbc.sql(
            """
            UPDATE entrance_rush SET front = ?, pace = ?, shown = ?, stepped_at = ?,
              slowed_at = ?, waited_at = ?
            WHERE id = ?
            """)
        .params(
            line.front(),
            line.pace(),
            line.shown(),
            time(line.steppedAt()),
            time(line.slowedAt()),
            time(line.waitedAt()),
            id)
        .update();
  }

  /** That many more came before opening. */
  void addEarly(UUID id, long number) {
    jdbc.sql("UPDATE entrance_rush SET early = early + ? WHERE id = ?").params(number, id).update();
  }

  /** Takes numbers for those who come late; gives the last of them. */
  long takeNumbers(UUID id, int many) {
    return jdbc.sql("UPDATE entrance_rush SET late = late + ? WHERE id = ? RETURNING late")
        .params(many, id)
        .query(Long.class)
        .single();
  }

  /** Whether that was new. */
  boolean setMode(UUID id, Line.Mode mode) {
    return jdbc.sql(
                """
                UPDATE entrance_rush SET mode = :mode
                WHERE id = :id AND mode <> :mode AND ended_at IS NULL
                """)
            .param("mode", mode.code())
            .param("id", id)
            .update()
        == 1;
  }

  /** Whether it had not ended before. */
  boolean end(UUID id, Instant now) {
    return jdbc.sql("UPDATE entrance_rush SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
            .params(time(now), id)
            .update()
        == 1;
  }

  private static Rush read(ResultSet row, int number) throws SQLException {
    var plan =
        new Plan(
            List.of((String[]) row.getArray("services").getArray()),
            row.getBoolean("planned"),
            row.getBoolean("login"),
            instant(row, "gathers_at"),
            instant(row, "opens_at"),
            row.getInt("forecast"),
            row.getInt("floor"),
            row.getInt("ceiling"));
    var line =
        new Line(
            Line.Mode.of(row.getString("mode")),
            row.getLong("early"),
            row.getLong("late"),
            row.getDouble("front"),
            row.getDouble("pace"),
            row.getDouble("shown"),
            instant(row, "stepped_at"),
            instant(row, "slowed_at"),
            instant(row, "waited_at"));
    return new Rush(row.getObject("id", UUID.class), plan, line);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
