package ch.meinkonto.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people are to pay: asking for it, taking that back, giving money back. */
@Component
public class Payments {

  private final PaymentLedger payments;
  private final Cashier cashier;
  private final Refunds refunds;
  private final PaymentSettings settings;
  private final Clock clock;

  Payments(
      PaymentLedger payments,
      Cashier cashier,
      Refunds refunds,
      PaymentSettings settings,
      Clock clock) {
    this.payments = payments;
    this.cashier = cashier;
    this.refunds = refunds;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Asks for an amount, in the transaction that is under way. Nobody is told: the payer is led to
   * {@link Payment#address()}.
   */
  @Transactional
  public Payment charge(Charge charge) {
    var patience = Objects.requireNonNullElse(charge.patience(), settings.patience());
    return payments.add(charge, clock.instant().plus(patience));
  }

  /** What is or was to be paid for that. */
  public Optional<Payment> of(String kind, UUID purchase) {
    return payments.of(kind, purchase);
  }

  /**
   * Nobody is to pay for it any more; its {@link Purchase} is told to end it.
   *
   * @return false when it is paid already, or will be by invoice
   */
  @Transactional
  public boolean drop(String kind, UUID purchase) {
    return payments.of(kind, purchase).map(found -> cashier.drop(found.id())).orElse(true);
  }

  /**
   * Gives back a part of what was paid for it, or all, because a unit says so.
   *
   * @param name what the unit calls it: the same once more changes nothing
   */
  @Transactional
  public RefundOutcome refund(String kind, UUID purchase, String name, BigDecimal amount) {
    return payments
        .of(kind, purchase)
        .map(found -> refunds.decide(found.id(), name, amount))
        .orElse(RefundOutcome.NOT_PAID);
  }

  /** Gives back whatever was paid for it, and takes an invoice back; nothing when nobody paid. */
  @Transactional
  public void giveBack(String kind, UUID purchase) {
    payments.of(kind, purchase).ifPresent(found -> refunds.giveBack(found.id()));
  }
}
