package ch.meinkonto.payment;

import ch.meinkonto.platform.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be given back (the table {@code payment_refund}): decided with the payment locked, and
 * never more than was paid. {@link Clearing} brings the provider in line.
 */
@Component
class Refunds {

  private final PaymentLedger payments;
  private final Attempts attempts;
  private final JdbcClient jdbc;
  private final Clock clock;

  Refunds(PaymentLedger payments, Attempts attempts, JdbcClient jdbc, Clock clock) {
    this.payments = payments;
    this.attempts = attempts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A part of it, or all, is given back; the same name once more changes nothing. */
  @Transactional
  public RefundOutcome decide(PaymentId id, String name, BigDecimal amount) {
    var payment = payments.lock(id).orElseThrow();
    var known = of(id).stream().filter(one -> one.name().equals(name)).findFirst();
    if (known.isPresent()) {
      return known.get().amount().compareTo(amount) == 0
          ? RefundOutcome.KNOWN
          : RefundOutcome.DIFFERENT;
    }
    return switch (payment.state()) {
      case OPEN, INVOICED, DROPPED -> RefundOutcome.NOT_PAID;
      case PAID, REFUNDED -> {
        if (amount.compareTo(payment.kept()) > 0) {
          yield RefundOutcome.TOO_MUCH;
        }
        note(payment, name, amount);
        yield RefundOutcome.DECIDED;
      }
    };
  }

  /** Nothing is owed any more for what it was for: what is left of what was paid is given back. */
  @Transactional
  public void giveBack(PaymentId id) {
    var payment = payments.lock(id).orElseThrow();
    switch (payment.state()) {
      case PAID -> note(payment, Refund.ALL, payment.kept());
      case INVOICED -> payments.move(payment, PaymentState.DROPPED, Way.INVOICE);
      case OPEN, DROPPED, REFUNDED -> {}
    }
  }

  private void note(Payment payment, String name, BigDecimal amount) {
    jdbc.sql(
            """
            INSERT INTO payment_refund (id, payment_id, name, amount, decided_at, by_hand)
            VALUES (:id, :payment, :name, :amount, :now, :hand)
            """)
        .param("id", Ids.next())
        .param("payment", payment.id().value())
        .param("name", name)
        .param("amount", amount)
        .param("hand", payment.way() == Way.INVOICE)
        .param("now", PaymentLedger.at(clock.instant()))
        .update();
    payments.refund(payment, amount);
    if (amount.compareTo(payment.kept()) == 0) {
      payments.move(payment, PaymentState.REFUNDED, payment.way());
    }
    attempts.look(payment.id());
  }

  /**
   * Staff have transferred it, since the portal cannot; false when there is nothing to transfer.
   */
  boolean transferred(UUID id) {
    return jdbc.sql(
                """
                UPDATE payment_refund SET transferred_at = :now
                WHERE id = :id AND by_hand AND transferred_at IS NULL
                """)
            .param("now", PaymentLedger.at(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  /** All of a payment, the oldest first. */
  List<Refund> of(PaymentId id) {
    return jdbc.sql("SELECT * FROM payment_refund WHERE payment_id = :payment ORDER BY id")
        .param("payment", id.value())
        .query((row, _) ->
            new Refund(
                row.getString("name"),
                row.getBigDecimal("amount"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
