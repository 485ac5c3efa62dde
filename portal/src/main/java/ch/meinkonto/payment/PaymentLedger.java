package ch.meinkonto.payment;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Ids;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The table {@code payment}. */
@Component
class PaymentLedger {

  private static final String SELECT = "SELECT * FROM payment ";

  private final JdbcClient jdbc;
  private final Clock clock;

  PaymentLedger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Payment add(Charge charge, Instant expiresAt) {
    return jdbc.sql(
            """
            INSERT INTO payment (id, kind, purchase, service, unit, account_id, language, amount,
              ways, state, state_since, created_at, expires_at)
            VALUES (:id, :kind, :purchase, :service, :unit, :account, :language, :amount,
              :ways, 'open', :now, :now, :expires) RETURNING *
            """)
        .param("id", Ids.next())
        .param("kind", charge.kind())
        .param("purchase", charge.purchase())
        .param("service", charge.service().value())
        .param("unit", charge.unit().value())
        .param("account", charge.account())
        .param("language", charge.language().toLanguageTag())
        .param("amount", charge.amount())
        .param(
            "ways",
            new SqlArrayValue("text", charge.ways().stream().map(Way::code).sorted().toArray()))
        .param("now", at(clock.instant()))
        .param("expires", at(expiresAt))
        .query(PaymentLedger::read)
        .single();
  }

  Optional<Payment> find(PaymentId id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id.value())
        .query(PaymentLedger::read)
        .optional();
  }

  Optional<Payment> of(String kind, UUID purchase) {
    return jdbc.sql(SELECT + "WHERE kind = :kind AND purchase = :purchase")
        .param("kind", kind)
        .param("purchase", purchase)
        .query(PaymentLedger::read)
        .optional();
  }

  /** The payment, kept for this transaction alone. */
  Optional<Payment> lock(PaymentId id) {
    return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query(PaymentLedger::read)
        .optional();
  }

  /** The same, by what it is called on receipts and invoices. */
  Optional<Payment> lockNumber(long number) {
    return jdbc.sql(SELECT + "WHERE number = :number FOR UPDATE")
        .param("number", number)
        .query(PaymentLedger::read)
        .optional();
  }

  /** Moves a payment that this transaction has locked. */
  void move(Payment payment, PaymentState next, @Nullable Way way) {
    if (!payment.state().mayBecome(next)) {
      throw new IllegalStateException(payment.id() + ": " + payment.state() + " → " + next);
    }
    jdbc.sql(
            """
            UPDATE payment SET state = :state, state_since = :now, way = :way,
              paid_at = CASE WHEN :state = 'paid' THEN :now ELSE paid_at END
            WHERE id = :id
            """)
        .param("state", next.code())
        .param("now", at(clock.instant()))
        .param("way", way == null ? null : way.code(), Types.VARCHAR)
        .param("id", payment.id().value())
        .update();
  }

  /** So much more of a payment that this transaction has locked is to be given back. */
  void refund(Payment payment, BigDecimal amount) {
    jdbc.sql("UPDATE payment SET refunded = refunded + :amount WHERE id = :id")
        .param("amount", amount)
        .param("id", payment.id().value())
        .update();
  }

  /** Waits longer for it. */
  void extend(PaymentId id, Instant until) {
    jdbc.sql("UPDATE payment SET expires_at = greatest(expires_at, :until) WHERE id = :id")
        .param("until", at(until))
        .param("id", id.value())
        .update();
  }

  /** For which nobody has paid in time. */
  List<PaymentId> overdue() {
    return jdbc
        .sql("SELECT id FROM payment WHERE state = 'open' AND expires_at <= :now LIMIT 500")
        .param("now", at(clock.instant()))
        .query(UUID.class)
        .list()
        .stream()
        .map(PaymentId::new)
        .toList();
  }

  /** What this account was to pay; from here on nobody can tell who paid. */
  List<Payment> forget(UUID account) {
    return jdbc.sql("UPDATE payment SET account_id = NULL WHERE account_id = :account RETURNING *")
        .param("account", account)
        .query(PaymentLedger::read)
        .list();
  }

  /** Erases what was kept long enough; of what nobody paid nothing is kept. */
  int erase(Instant before, Instant droppedBefore) {
    return jdbc.sql(
            """
            DELETE FROM payment WHERE (state IN ('paid', 'refunded') AND state_since < :before
              OR state = 'dropped' AND state_since < :dropped)
              AND NOT EXISTS (SELECT FROM payment_attempt
                              WHERE payment_id = payment.id AND next_at IS NOT NULL)
            """)
        .param("before", at(before))
        .param("dropped", at(droppedBefore))
        .update();
  }

  static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  static Payment read(ResultSet row, int number) throws SQLException {
    var way = row.getString("way");
    return new Payment(
        new PaymentId(row.getObject("id", UUID.class)),
        row.getLong("number"),
        row.getString("kind"),
        row.getObject("purchase", UUID.class),
        new ServiceId(row.getString("service")),
        new UnitId(row.getString("unit")),
        row.getObject("account_id", UUID.class),
        Locale.forLanguageTag(row.getString("language")),
        row.getBigDecimal("amount"),
        row.getBigDecimal("refunded"),
        ways(row.getArray("ways")),
        PaymentState.ofCode(row.getString("state")),
        moment(row, "state_since"),
        way == null ? null : Way.ofCode(way),
        row.getObject("paid_at") == null ? null : moment(row, "paid_at"),
        moment(row, "created_at"),
        moment(row, "expires_at"));
  }

  private static Set<Way> ways(Array ways) throws SQLException {
    return Arrays.stream((String[]) ways.getArray()).map(Way::ofCode).collect(Collectors.toSet());
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
