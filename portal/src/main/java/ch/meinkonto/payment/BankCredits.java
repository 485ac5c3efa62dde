package ch.meinkonto.payment;

import ch.meinkonto.platform.Ids;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code payment_credit} and {@code payment_bank_file}. */
@Component
class BankCredits {

  private final JdbcClient jdbc;
  private final Clock clock;

  BankCredits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Until this transaction ends nobody else reads a file of the bank’s. */
  void alone() {
    jdbc.sql("LOCK TABLE payment_bank_file IN EXCLUSIVE MODE").update();
  }

  /** When a file was read. */
  Optional<Instant> readBefore(byte[] digest) {
    return jdbc.sql("SELECT read_at FROM payment_bank_file WHERE digest = :digest")
        .param("digest", digest)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  void note(byte[] digest) {
    jdbc.sql("INSERT INTO payment_bank_file (digest, read_at) VALUES (:digest, :now)")
        .param("digest", digest)
        .param("now", PaymentLedger.at(clock.instant()))
        .update();
  }

  boolean isKnown(BankCredit credit) {
    return jdbc.sql("SELECT count(*) FROM payment_credit WHERE bank_reference = :reference")
            .param("reference", credit.bankReference())
            .query(Integer.class)
            .single()
        > 0;
  }

  void add(BankCredit credit, @Nullable PaymentId payment, Finding finding) {
    jdbc.sql(
            """
            INSERT INTO payment_credit
              (id, bank_reference, booked_on, currency, amount, reference, payment_id, finding)
            VALUES (:id, :bank, :day, :currency, :amount, :reference, :payment, :finding)
            """)
        .param("id", Ids.next())
        .param("bank", credit.bankReference())
        .param("day", credit.bookedOn())
        .param("currency", credit.currency())
        .param("amount", credit.amount())
        .param("reference", credit.reference(), Types.VARCHAR)
        .param("payment", payment == null ? null : payment.value(), Types.OTHER)
        .param("finding", finding.code())
        .update();
  }

  /** Staff say that nothing is to be done about it any more; false if there is nothing. */
  boolean settle(UUID id) {
    return jdbc.sql(
                "UPDATE payment_credit SET settled_at = :now WHERE id = :id AND settled_at IS NULL")
            .param("now", PaymentLedger.at(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  /** Erases what was kept long enough. */
  void erase(Instant before) {
    jdbc.sql("DELETE FROM payment_credit WHERE booked_on < :day")
        .param("day", LocalDate.ofInstant(before, ZoneOffset.UTC))
        .update();
    jdbc.sql("DELETE FROM payment_bank_file WHERE read_at < :before")
        .param("before", PaymentLedger.at(before))
        .update();
  }
}
