package ch.meinkonto.calendar;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Calendar;
import ch.meinkonto.contract.Json;
import ch.meinkonto.directory.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Days and hours that units tell everybody (the table {@code calendar}). */
@Component
public class Calendars {

  private static final JsonMapper SORTED =
      Json.mapper().rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final Catalogue catalogue;
  private final JdbcClient jdbc;
  private final Clock clock;

  Calendars(Catalogue catalogue, JdbcClient jdbc, Clock clock) {
    this.catalogue = catalogue;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A calendar, and since when it says what it says. */
  record Published(String id, Calendar calendar, Instant changedAt) {}

  /** Publishes a calendar of one of the unit’s services; false when it has no such service. */
  public boolean publish(UnitId unit, String service, String id, Calendar calendar) {
    var own = owned(unit, service);
    own.ifPresent(found ->
        jdbc.sql(
                """
                INSERT INTO calendar (service, id, content, changed_at)
                VALUES (:service, :id, :content, :now)
                ON CONFLICT (service, id) DO UPDATE
                SET content = excluded.content, changed_at = excluded.changed_at
                WHERE calendar.content <> excluded.content
                """)
            .param("service", found.value())
            .param("id", id)
            .param("content", SORTED.writeValueAsString(calendar))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update());
    return own.isPresent();
  }

  /** Ends a calendar of one of the unit’s services; false when it has no such service. */
  public boolean withdraw(UnitId unit, String service, String id) {
    var own = owned(unit, service);
    own.ifPresent(found ->
        jdbc.sql("DELETE FROM calendar WHERE service = :service AND id = :id")
            .param("service", found.value())
            .param("id", id)
            .update());
    return own.isPresent();
  }

  private Optional<ServiceId> owned(UnitId unit, String service) {
    return catalogue.named(service).filter(one -> one.unit().equals(unit)).map(Service::id);
  }

  /** Which of these there are, in the order of their ids. */
  List<String> known(ServiceId service, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "SELECT id FROM calendar WHERE service = :service AND id = ANY (:ids) ORDER BY id")
        .param("service", service.value())
        .param("ids", new SqlArrayValue("text", ids.toArray()))
        .query(String.class)
        .list();
  }

  /** The same with what is in them. */
  List<Published> find(String service, Collection<String> ids) {
    return jdbc.sql(
            "SELECT * FROM calendar WHERE service = :service AND id = ANY (:ids) ORDER BY id")
        .param("service", service)
        .param("ids", new SqlArrayValue("text", ids.toArray()))
        .query((row, _) ->
            new Published(
                row.getString("id"),
                Json.read(row.getString("content"), Calendar.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
