package ch.meinkonto.booking;

import static ch.meinkonto.booking.Shelf.at;
import static ch.meinkonto.booking.Shelf.texts;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code booking_waiting}. */
@Component
class WaitingRows {

  private static final String SELECT =
      """
      SELECT mine.*, CASE WHEN mine.offered_until IS NOT NULL THEN 0 ELSE
        (SELECT count(*) FROM booking_waiting AS other
         WHERE other.service = mine.service AND other.offer = mine.offer
           AND other.offered_until IS NULL
           AND (other.since, other.id) < (mine.since, mine.id)) END AS before
      FROM booking_waiting AS mine\
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  WaitingRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** At the end of the line; who waits already keeps their place, and may want another number. */
  void add(ServiceId service, String offer, UUID account, int places) {
    jdbc.sql(
            """
            INSERT INTO booking_waiting (id, service, offer, account_id, places, since)
            VALUES (:id, :service, :offer, :account, :places, :now)
            ON CONFLICT (service, offer, account_id) DO UPDATE SET places = excluded.places
            WHERE booking_waiting.offered_until IS NULL
            """)
        .param("id", Ids.next())
        .param("service", service.value())
        .param("offer", offer)
        .param("account", account)
        .param("places", places)
        .param("now", at(clock.instant()))
        .update();
  }

  Optional<Wait> find(ServiceId service, String offer, UUID account) {
    return jdbc.sql(
            SELECT + " WHERE service = :service AND offer = :offer AND account_id = :account")
        .param("service", service.value())
        .param("offer", offer)
        .param("account", account)
        .query(WaitingRows::read)
        .optional();
  }

  Optional<Wait> find(UUID id) {
    return jdbc.sql(SELECT + " WHERE id = :id").param("id", id).query(WaitingRows::read).optional();
  }

  /** The same, kept for this transaction alone. */
  Optional<Wait> lock(ServiceId service, String offer, UUID account) {
    return jdbc.sql(
            """
            SELECT *, 0 AS before FROM booking_waiting
            WHERE service = :service AND offer = :offer AND account_id = :account FOR UPDATE
            """)
        .param("service", service.value())
        .param("offer", offer)
        .param("account", account)
        .query(WaitingRows::read)
        .optional();
  }

  /** Services for which somebody waits. */
  List<ServiceId> services() {
    return jdbc
        .sql("SELECT DISTINCT service FROM booking_waiting WHERE offered_until IS NULL")
        .query(String.class)
        .list()
        .stream()
        .map(ServiceId::new)
        .toList();
  }

  /** All that an account waits for, what is offered first. */
  List<Wait> ofAccount(UUID account) {
    return jdbc.sql(SELECT + " WHERE account_id = :account ORDER BY offered_until, since")
        .param("account", account)
        .query(WaitingRows::read)
        .list();
  }

  int count(UUID account) {
    return jdbc.sql("SELECT count(*) FROM booking_waiting WHERE account_id = :account")
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  /** Of these offers, those for which somebody waits. */
  List<String> wanted(ServiceId service) {
    return jdbc.sql(
            """
            SELECT DISTINCT offer FROM booking_waiting
            WHERE service = :service AND offered_until IS NULL ORDER BY offer
            """)
        .param("service", service.value())
        .query(String.class)
        .list();
  }

  /** The first in the line who wants no more places than these, kept for this transaction. */
  Optional<Wait> first(ServiceId service, String offer, int places) {
    return jdbc.sql(
            """
            SELECT *, 0 AS before FROM booking_waiting
            WHERE service = :service AND offer = :offer AND offered_until IS NULL
              AND places <= :places
            ORDER BY since, id LIMIT 1 FOR UPDATE
            """)
        .param("service", service.value())
        .param("offer", offer)
        .param("places", places)
        .query(WaitingRows::read)
        .optional();
  }

  /** Places are kept for them until then. */
  void offer(Wait wait, List<String> slots, Instant until) {
    jdbc.sql("UPDATE booking_waiting SET offered_until = :until, slots = :slots WHERE id = :id")
        .param("until", at(until))
        .param("slots", texts(slots))
        .param("id", wait.id())
        .update();
  }

  /** Takes somebody off the line, or takes back what they were offered; empty if they are gone. */
  Optional<Wait> remove(UUID id) {
    return jdbc.sql("DELETE FROM booking_waiting WHERE id = :id RETURNING *, 0 AS before")
        .param("id", id)
        .query(WaitingRows::read)
        .optional();
  }

  /** Whose time to book is over. */
  List<UUID> lapsed() {
    return jdbc.sql("SELECT id FROM booking_waiting WHERE offered_until <= :now LIMIT 500")
        .param("now", at(clock.instant()))
        .query(UUID.class)
        .list();
  }

  /** What was waited for and is over. */
  int eraseOver() {
    return jdbc.sql(
            """
            DELETE FROM booking_waiting USING booking_offer AS offer
            WHERE offer.service = booking_waiting.service AND offer.id = booking_waiting.offer
              AND booking_waiting.offered_until IS NULL AND offer.ends_at < :now
            """)
        .param("now", at(clock.instant()))
        .update();
  }

  private static Wait read(ResultSet row, int number) throws SQLException {
    var until = row.getObject("offered_until", OffsetDateTime.class);
    var slots = row.getArray("slots");
    return new Wait(
        row.getObject("id", UUID.class),
        new ServiceId(row.getString("service")),
        row.getString("offer"),
        row.getObject("account_id", UUID.class),
        row.getInt("places"),
        row.getInt("before"),
        until == null ? null : until.toInstant(),
        slots == null ? List.of() : List.of((String[]) slots.getArray()));
  }
}
