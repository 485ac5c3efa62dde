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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The tables {@code booking_hold} and {@code booking_person}. */
@Component
class Holds {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  Holds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(
      UUID draft,
      ServiceId service,
      String offer,
      List<String> slots,
      int places,
      @Nullable UUID account,
      Instant until) {
    jdbc.sql(
            """
            INSERT INTO booking_hold
              (id, draft_id, service, offer, slots, places, account_id, state, expires_at)
            VALUES (:id, :draft, :service, :offer, :slots, :places, :account, 'held', :until)
            """)
        .param("id", Ids.next())
        .param("draft", draft)
        .param("service", service.value())
        .param("offer", offer)
        .param("slots", texts(slots))
        .param("places", places)
        .param("account", account)
        .param("until", at(until))
        .update();
  }

  Optional<Hold> ofDraft(UUID draft) {
    return jdbc.sql("SELECT * FROM booking_hold WHERE draft_id = :draft")
        .param("draft", draft)
        .query(Holds::read)
        .optional();
  }

  /** The same, kept for this transaction alone. */
  Optional<Hold> lock(UUID draft) {
    return jdbc.sql("SELECT * FROM booking_hold WHERE draft_id = :draft FOR UPDATE")
        .param("draft", draft)
        .query(Holds::read)
        .optional();
  }

  Optional<Hold> lockOfRequest(UUID request) {
    return jdbc.sql("SELECT * FROM booking_hold WHERE request_id = :request FOR UPDATE")
        .param("request", request)
        .query(Holds::read)
        .optional();
  }

  Optional<Hold> ofRequest(UUID request) {
    return jdbc.sql("SELECT * FROM booking_hold WHERE request_id = :request")
        .param("request", request)
        .query(Holds::read)
        .optional();
  }

  /**
   * How many places of a service an account has, without those of one draft. Of two that ask at
   * once, the second waits until the first is done.
   */
  int ofAccount(UUID account, ServiceId service, UUID without) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))")
        .param("what", "booking " + service + " " + account)
        .query((_, _) -> true)
        .single();
    return jdbc.sql(
            """
            SELECT coalesce(sum(places), 0) FROM booking_hold
            WHERE account_id = :account AND service = :service AND draft_id <> :without
              AND (expires_at IS NULL OR expires_at > :now)
            """)
        .param("account", account)
        .param("service", service.value())
        .param("without", without)
        .param("now", at(clock.instant()))
        .query(Integer.class)
        .single();
  }

  /** What an account has, as far as its unit has not taken it. */
  List<Hold> ofAccount(UUID account) {
    return jdbc.sql("SELECT * FROM booking_hold WHERE account_id = :account ORDER BY id")
        .param("account", account)
        .query(Holds::read)
        .list();
  }

  /** Moves one that this transaction has locked. */
  void move(
      Hold hold, HoldState next, @Nullable UUID request, int places, @Nullable Instant until) {
    if (hold.state() != next && !hold.state().mayBecome(next)) {
      throw new IllegalStateException(hold.id() + ": " + hold.state() + " → " + next);
    }
    jdbc.sql(
            """
            UPDATE booking_hold SET state = :state, request_id = :request, places = :places,
              expires_at = :until
            WHERE id = :id
            """)
        .param("state", next.code())
        .param("request", request)
        .param("places", places)
        .param("until", at(until))
        .param("id", hold.id())
        .update();
  }

  void remove(Hold hold) {
    jdbc.sql("DELETE FROM booking_hold WHERE id = :id").param("id", hold.id()).update();
  }

  /** The drafts whose time is over. */
  List<UUID> lapsed() {
    return jdbc.sql(
            """
            SELECT draft_id FROM booking_hold
            WHERE state = 'held' AND expires_at <= :now ORDER BY expires_at LIMIT\
            """
                + " "
                + AT_ONCE)
        .param("now", at(clock.instant()))
        .query(UUID.class)
        .list();
  }

  /**
   * Notes who gets the places.
   *
   * @param persons what tells a person from others, as keyed hashes
   * @return false, and nobody noted, when one of them has a place there already
   */
  boolean note(Hold hold, List<byte[]> persons) {
    forget(hold);
    var noted =
        jdbc.sql(
                """
                INSERT INTO booking_person (service, offer, person, hold_id)
                SELECT :service, :offer, person, :hold FROM unnest(:persons) AS person
                ON CONFLICT DO NOTHING
                """)
            .param("service", hold.service().value())
            .param("offer", hold.offer())
            .param("hold", hold.id())
            .param("persons", new SqlArrayValue("bytea", (Object[]) persons.toArray(byte[][]::new)))
            .update();
    if (noted < persons.size()) {
      forget(hold);
    }
    return noted == persons.size();
  }

  void forget(Hold hold) {
    jdbc.sql("DELETE FROM booking_person WHERE hold_id = :hold").param("hold", hold.id()).update();
  }

  /** From here on nobody can tell whose places they are. */
  void forgetAccount(UUID account) {
    jdbc.sql("UPDATE booking_hold SET account_id = NULL WHERE account_id = :account")
        .param("account", account)
        .update();
  }

  private static Hold read(ResultSet row, int number) throws SQLException {
    var until = row.getObject("expires_at", OffsetDateTime.class);
    return new Hold(
        row.getObject("id", UUID.class),
        row.getObject("draft_id", UUID.class),
        row.getObject("request_id", UUID.class),
        new ServiceId(row.getString("service")),
        row.getString("offer"),
        List.of((String[]) row.getArray("slots").getArray()),
        row.getInt("places"),
        HoldState.ofCode(row.getString("state")),
        until == null ? null : until.toInstant());
  }
}
