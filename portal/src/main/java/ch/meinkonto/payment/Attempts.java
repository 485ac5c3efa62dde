package ch.meinkonto.payment;

import ch.meinkonto.payment.Attempt.State;
import ch.meinkonto.platform.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code payment_attempt}. */
@Component
class Attempts {

  private static final String SELECT = "SELECT * FROM payment_attempt ";
  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final Clock clock;

  Attempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Notes that somebody goes to the provider, before they do.
   *
   * @param look when the provider is asked what came of it, if nobody said so before
   */
  Attempt begin(PaymentId payment, Duration look) {
    return jdbc.sql(
            """
            INSERT INTO payment_attempt (id, payment_id, state, state_since, next_at)
            VALUES (:id, :payment, 'begun', :now, :next) RETURNING *
            """)
        .param("id", Ids.next())
        .param("payment", payment.value())
        .param("now", PaymentLedger.at(clock.instant()))
        .param("next", PaymentLedger.at(clock.instant().plus(look)))
        .query(Attempts::read)
        .single();
  }

  /** Notes what the provider calls it; false if that was known. */
  boolean started(Attempt attempt, String transaction) {
    return jdbc.sql(
                """
                UPDATE payment_attempt SET transaction = :transaction
                WHERE id = :id AND transaction IS NULL
                """)
            .param("transaction", transaction)
            .param("id", attempt.id())
            .update()
        == 1;
  }

  Optional<Attempt> find(UUID id) {
    return jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(Attempts::read).optional();
  }

  /** The one that has this reference of ours. */
  Optional<Attempt> byReference(String reference) {
    if (!reference.matches("MK\\d{12}")) {
      return Optional.empty();
    }
    return jdbc.sql(SELECT + "WHERE number = :number")
        .param("number", Long.parseLong(reference.substring(2)))
        .query(Attempts::read)
        .optional();
  }

  List<Attempt> of(PaymentId payment) {
    return jdbc.sql(SELECT + "WHERE payment_id = :payment ORDER BY number")
        .param("payment", payment.value())
        .query(Attempts::read)
        .list();
  }

  /** Those about which the provider is to be asked, or told, the longest due first. */
  List<Attempt> due() {
    return jdbc.sql(SELECT + "WHERE next_at <= :now ORDER BY next_at LIMIT " + AT_ONCE)
        .param("now", PaymentLedger.at(clock.instant()))
        .query(Attempts::read)
        .list();
  }

  /** Something came of it; what follows from that is looked at next. */
  void move(Attempt attempt, State state, @Nullable String method) {
    jdbc.sql(
            """
            UPDATE payment_attempt SET state = :state, state_since = :now, next_at = :now,
              compared_at = NULL, tries = 0, method = coalesce(:method, method)
            WHERE id = :id
            """)
        .param("state", state.code())
        .param("method", method, Types.VARCHAR)
        .param("now", PaymentLedger.at(clock.instant()))
        .param("id", attempt.id())
        .update();
  }

  /** The payment is paid with this one, and with no other. */
  void counts(Attempt attempt) {
    jdbc.sql("UPDATE payment_attempt SET counts = true WHERE id = :id")
        .param("id", attempt.id())
        .update();
  }

  /**
   * The provider has given back so much of it, all in all. That never grows less: who asked before
   * it was done may be heard after.
   */
  void credited(Attempt attempt, BigDecimal total, Payment payment) {
    jdbc.sql(
            """
            UPDATE payment_attempt SET credited = :total, state_since = :now, next_at = :now,
              compared_at = NULL, tries = 0, state = CASE WHEN :total >= :amount THEN 'refunded' ELSE state END
            WHERE id = :id AND credited < :total
            """)
        .param("total", total)
        .param("amount", payment.amount())
        .param("now", PaymentLedger.at(clock.instant()))
        .param("id", attempt.id())
        .update();
  }

  /** All of a payment are looked at next. */
  void look(PaymentId payment) {
    jdbc.sql("UPDATE payment_attempt SET next_at = :now WHERE payment_id = :payment")
        .param("now", PaymentLedger.at(clock.instant()))
        .param("payment", payment.value())
        .update();
  }

  void look(Attempt attempt, Instant next) {
    jdbc.sql("UPDATE payment_attempt SET next_at = :next, tries = 0 WHERE id = :id")
        .param("next", PaymentLedger.at(next))
        .param("id", attempt.id())
        .update();
  }

  /** The provider could not be reached: again then. */
  void again(Attempt attempt, Instant next) {
    jdbc.sql("UPDATE payment_attempt SET next_at = :next, tries = tries + 1 WHERE id = :id")
        .param("next", PaymentLedger.at(next))
        .param("id", attempt.id())
        .update();
  }

  /**
   * There is nothing to ask or tell any more, unless it moved on meanwhile, or something was
   * decided about its payment.
   */
  void done(Attempt attempt) {
    var due = attempt.dueAt();
    if (due != null) {
      jdbc.sql(
              "UPDATE payment_attempt SET next_at = NULL, tries = 0 WHERE id = :id AND next_at = :due")
          .param("id", attempt.id())
          .param("due", PaymentLedger.at(due))
          .update();
    }
  }

  static Attempt read(ResultSet row, int line) throws SQLException {
    var next = row.getObject("next_at", OffsetDateTime.class);
    return new Attempt(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        new PaymentId(row.getObject("payment_id", UUID.class)),
        row.getString("transaction"),
        State.ofCode(row.getString("state")),
        row.getString("method"),
        row.getBoolean("counts"),
        row.getBigDecimal("credited"),
        row.getObject("state_since", OffsetDateTime.class).toInstant(),
        next == null ? null : next.toInstant(),
        row.getInt("tries"));
  }
}
