package ch.meinkonto.payment;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is or was to be paid.
 *
 * @param number what it is called on receipts and invoices
 * @param kind what kind of thing it pays
 * @param purchase which one of that kind
 * @param unit whose money it is
 * @param account who pays; null once the account is closed
 * @param amount in Swiss francs
 * @param refunded how much of it is to be given back
 * @param ways how it may be paid
 * @param way how it is paid; null as long as it is not
 * @param paidAt since when it is paid; null as long as it is not
 * @param expiresAt until when it is waited for
 */
public record Payment(
    PaymentId id,
    long number,
    String kind,
    UUID purchase,
    ServiceId service,
    UnitId unit,
    @Nullable UUID account,
    Locale language,
    BigDecimal amount,
    BigDecimal refunded,
    Set<Way> ways,
    PaymentState state,
    Instant stateSince,
    @Nullable Way way,
    @Nullable Instant paidAt,
    Instant createdAt,
    Instant expiresAt) {

  public Payment {
    ways = Set.copyOf(ways);
  }

  /** How much of it is not to be given back. */
  BigDecimal kept() {
    return amount.subtract(refunded);
  }

  /** Whether a receipt says that it was paid. */
  boolean hasReceipt() {
    return way == Way.ONLINE || paidAt != null;
  }

  /** Where one pays it. */
  public String address() {
    return PaymentPages.PATH + "/" + id;
  }
}
