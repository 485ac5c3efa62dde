package ch.meinkonto.catalogue;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.memory.NodeMemories;
import ch.meinkonto.platform.memory.NodeMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code catalogue_disturbance}: what does not work, said on the services concerned and
 * at the beginning of their forms. Each node remembers it, so that no page asks the database.
 */
@Component
public class Disturbances {

  private static final String ALL = "all";

  private final JdbcClient jdbc;
  private final Catalogue catalogue;
  private final Clock clock;
  private final NodeMemory<List<Disturbance>> memory;

  Disturbances(JdbcClient jdbc, Catalogue catalogue, Clock clock, NodeMemories memories) {
    this.jdbc = jdbc;
    this.catalogue = catalogue;
    this.clock = clock;
    this.memory = memories.open("disturbances", 1);
  }

  /** What residents should know now of a service, in their language. */
  public List<String> of(ServiceId service, Locale locale) {
    var now = clock.instant();
    return catalogue
        .find(service)
        .map(known ->
            open().stream()
                .filter(one -> one.lasts(now) && one.concerns(known))
                .map(one -> one.in(locale))
                .toList())
        .orElseGet(List::of);
  }

  /** What lasts now or is still to come, the next one first. */
  List<Disturbance> open() {
    var now = clock.instant();
    return Optional.ofNullable(memory.get(ALL, _ -> notOver())).orElseGet(List::of).stream()
        .filter(one -> one.ends().isAfter(now))
        .toList();
  }

  Optional<Disturbance> find(UUID id) {
    return open().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  void announce(Disturbance disturbance) {
    jdbc.sql(
            """
            INSERT INTO catalogue_disturbance (id, unit, service, text_de, text_en, begins, ends)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                disturbance.id(),
                disturbance.unit() == null ? null : disturbance.unit().value(),
                disturbance.service() == null ? null : disturbance.service().value(),
                disturbance.german(),
                disturbance.english(),
                time(disturbance.begins()),
                time(disturbance.ends())))
        .update();
    memory.changed(ALL);
  }

  /** It is over; false when it was before. */
  boolean end(UUID id) {
    var ended =
        jdbc.sql(
                    """
                    UPDATE catalogue_disturbance SET ends = :now, begins = least(begins, :now)
                    WHERE id = :id AND ends > :now
                    """)
                .param("id", id)
                .param("now", time(clock.instant()))
                .update()
            == 1;
    memory.changed(ALL);
    return ended;
  }

  private List<Disturbance> notOver() {
    return jdbc.sql(
            """
            SELECT id, unit, service, text_de, text_en, begins, ends FROM catalogue_disturbance
            WHERE ends > :now ORDER BY begins, id
            """)
        .param("now", time(clock.instant()))
        .query(Disturbances::read)
        .list();
  }

  private static Disturbance read(ResultSet row, int number) throws SQLException {
    var unit = row.getString("unit");
    var service = row.getString("service");
    return new Disturbance(
        row.getObject("id", UUID.class),
        unit == null ? null : new UnitId(unit),
        service == null ? null : new ServiceId(service),
        row.getString("text_de"),
        row.getString("text_en"),
        instant(row, "begins"),
        instant(row, "ends"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
