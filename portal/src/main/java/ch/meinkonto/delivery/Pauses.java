package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.memory.NodeMemories;
import ch.meinkonto.platform.memory.NodeMemory;
import ch.meinkonto.request.PausedUnits;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code delivery_pause}: units that are offered nothing for a while. What they have
 * already, they may take; what comes in waits sealed. A pause ends by itself; {@link Lookout} then
 * notices what is due.
 */
@Component
class Pauses implements PausedUnits {

  private static final String ALL = "all";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final NodeMemory<Map<UnitId, Pause>> memory;

  Pauses(JdbcClient jdbc, Clock clock, NodeMemories memories) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.memory = memories.open("paused-units", 1);
  }

  /** From when until when. */
  record Pause(Instant since, Instant until) {}

  /** The pause that a unit has now. */
  Optional<Pause> of(UnitId unit) {
    return Optional.ofNullable(all().get(unit));
  }

  /** All that last now. */
  Map<UnitId, Pause> all() {
    var now = clock.instant();
    var all = new HashMap<>(Optional.ofNullable(memory.get(ALL, _ -> read())).orElseGet(Map::of));
    all.values().removeIf(pause -> !pause.until().isAfter(now));
    return all;
  }

  @Override
  public boolean isPaused(UnitId unit) {
    return of(unit).isPresent();
  }

  /** Pauses a unit, or changes how long. */
  void begin(UnitId unit, Instant until) {
    var now = clock.instant();
    jdbc.sql(
            """
            INSERT INTO delivery_pause (unit, since, until) VALUES (:unit, :now, :until)
            ON CONFLICT (unit) DO UPDATE SET until = excluded.until,
              since = CASE WHEN delivery_pause.until > :now THEN delivery_pause.since ELSE :now END
            """)
        .param("unit", unit.value())
        .param("now", Items.time(now))
        .param("until", Items.time(until))
        .update();
    memory.changed(ALL);
  }

  /** Ends it; false when there is none. */
  boolean end(UnitId unit) {
    var ended =
        jdbc.sql("UPDATE delivery_pause SET until = :now WHERE unit = :unit AND until > :now")
                .param("unit", unit.value())
                .param("now", Items.time(clock.instant()))
                .update()
            == 1;
    memory.changed(ALL);
    return ended;
  }

  /** When the last pause of a unit ended, unless that is forgotten. */
  Optional<Instant> lastEnd(UnitId unit) {
    return jdbc.sql("SELECT until FROM delivery_pause WHERE unit = :unit AND until <= :now")
        .param("unit", unit.value())
        .param("now", Items.time(clock.instant()))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Forgets the pauses that ended before a moment. */
  void forget(Instant before) {
    jdbc.sql("DELETE FROM delivery_pause WHERE until <= :before")
        .param("before", Items.time(before))
        .update();
  }

  private Map<UnitId, Pause> read() {
    var all = new HashMap<UnitId, Pause>();
    jdbc.sql("SELECT unit, since, until FROM delivery_pause WHERE until > :now")
        .param("now", Items.time(clock.instant()))
        .query(row -> {
          all.put(
              new UnitId(row.getString("unit")),
              new Pause(
                  row.getObject("since", OffsetDateTime.class).toInstant(),
                  row.getObject("until", OffsetDateTime.class).toInstant()));
        });
    return Map.copyOf(all);
  }
}
