package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The table {@code mandate}. What is over is not found, though it may lie there a while still. */
@Component
class MandateRows {

  private static final String LASTS =
      "last_day >= :today AND (lapses_at IS NULL OR lapses_at > :now)";
  private static final String COUNTS =
      "state = 'active' AND holder_id = :holder AND :service = ANY (services) AND " + LASTS;

  private final JdbcClient jdbc;
  private final CityDay day;
  private final Clock clock;

  MandateRows(JdbcClient jdbc, CityDay day, Clock clock) {
    this.jdbc = jdbc;
    this.day = day;
    this.clock = clock;
  }

  /** One that nobody has accepted yet. */
  void add(
      AccountId giver, List<ServiceId> services, LocalDate lastDay, byte[] code, Instant lapsesAt) {
    jdbc.sql(
            """
            INSERT INTO mandate
              (id, giver_id, services, state, code, lapses_at, last_day, created_at)
            VALUES (:id, :giver, :services, 'prepared', :code, :lapses, :lastDay, :now)
            """)
        .param("id", Ids.next())
        .param("giver", giver.value())
        .param(
            "services",
            new SqlArrayValue("text", services.stream().map(ServiceId::value).toArray()))
        .param("code", code)
        .param("lapses", at(lapsesAt))
        .param("lastDay", lastDay)
        .param("now", at(clock.instant()))
        .update();
  }

  /** The one whose code this is. */
  Optional<Mandate> ofCode(byte[] code) {
    return now("SELECT * FROM mandate WHERE code = :code AND " + LASTS)
        .param("code", code)
        .query(MandateRows::read)
        .optional();
  }

  /** Somebody accepts the one whose code this is, which from now on is none. */
  Optional<Mandate> accept(byte[] code, AccountId holder, Instant lapsesAt) {
    return now("""
    UPDATE mandate SET state = 'accepted', code = NULL, holder_id = :holder,
      lapses_at = :lapses
    WHERE code = :code AND giver_id <> :holder AND %s RETURNING *
    """
            .formatted(LASTS))
        .param("code", code)
        .param("holder", holder.value())
        .param("lapses", at(lapsesAt))
        .query(MandateRows::read)
        .optional();
  }

  /** Its giver says that it is who they meant. */
  Optional<Mandate> confirm(UUID id, AccountId giver) {
    return now("""
    UPDATE mandate SET state = 'active', lapses_at = NULL
    WHERE id = :id AND giver_id = :giver AND state = 'accepted' AND %s RETURNING *
    """
            .formatted(LASTS))
        .param("id", id)
        .param("giver", giver.value())
        .query(MandateRows::read)
        .optional();
  }

  /** One of somebody’s, given or held; nobody else’s. */
  Optional<Mandate> find(UUID id, AccountId one) {
    return now("SELECT * FROM mandate WHERE id = :id AND :one IN (giver_id, holder_id) AND "
            + LASTS)
        .param("id", id)
        .param("one", one.value())
        .query(MandateRows::read)
        .optional();
  }

  /** All that somebody has given, the newest first. */
  List<Mandate> given(AccountId giver) {
    return now("SELECT * FROM mandate WHERE giver_id = :giver AND " + LASTS + " ORDER BY id DESC")
        .param("giver", giver.value())
        .query(MandateRows::read)
        .list();
  }

  /** All that somebody holds, the newest first. */
  List<Mandate> held(AccountId holder) {
    return now("SELECT * FROM mandate WHERE holder_id = :holder AND " + LASTS + " ORDER BY id DESC")
        .param("holder", holder.value())
        .query(MandateRows::read)
        .list();
  }

  /** Those by which somebody may send forms of this service now. */
  List<Mandate> inForce(AccountId holder, ServiceId service) {
    return now("SELECT * FROM mandate WHERE " + COUNTS + " ORDER BY id")
        .param("holder", holder.value())
        .param("service", service.value())
        .query(MandateRows::read)
        .list();
  }

  /** One of those; until the transaction is over, nobody ends it. */
  Optional<Mandate> keepInForce(UUID id, AccountId holder, ServiceId service) {
    return now("SELECT * FROM mandate WHERE id = :id AND " + COUNTS + " FOR SHARE")
        .param("id", id)
        .param("holder", holder.value())
        .param("service", service.value())
        .query(MandateRows::read)
        .optional();
  }

  /** Ends one; gives it as it was, empty when it had ended before. */
  Optional<Mandate> remove(UUID id) {
    return jdbc.sql("DELETE FROM mandate WHERE id = :id RETURNING *")
        .param("id", id)
        .query(MandateRows::read)
        .optional();
  }

  /** What has run out, or was not accepted or confirmed in time. */
  List<Mandate> over() {
    return now("SELECT * FROM mandate WHERE NOT (" + LASTS + ") ORDER BY id LIMIT 500")
        .query(MandateRows::read)
        .list();
  }

  /** All that one of the two gave or holds, over or not. */
  List<Mandate> all(AccountId one) {
    return Stream.of("giver_id", "holder_id")
        .flatMap(column ->
            jdbc
                .sql("SELECT * FROM mandate WHERE %s = :one ORDER BY id".formatted(column))
                .param("one", one.value())
                .query(MandateRows::read)
                .list()
                .stream())
        .toList();
  }

  private StatementSpec now(String sql) {
    return jdbc.sql(sql).param("now", at(clock.instant())).param("today", day.today());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Mandate read(ResultSet row, int number) throws SQLException {
    var holder = row.getObject("holder_id", UUID.class);
    var lapsesAt = row.getObject("lapses_at", OffsetDateTime.class);
    return new Mandate(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("giver_id", UUID.class)),
        holder == null ? null : new AccountId(holder),
        Stream.of((String[]) row.getArray("services").getArray()).map(ServiceId::new).toList(),
        MandateState.ofCode(row.getString("state")),
        row.getObject("last_day", LocalDate.class),
        lapsesAt == null ? null : lapsesAt.toInstant());
  }
}
