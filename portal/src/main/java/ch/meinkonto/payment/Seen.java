package ch.meinkonto.payment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of an attempt.
 *
 * @param reference ours
 * @param amount reserved or booked, in the currency; null when nothing is
 * @param method by which card or app; null when it isn’t known
 * @param refunded how much of it was given back, all in all
 */
record Seen(
    State state,
    String reference,
    @Nullable BigDecimal amount,
    String currency,
    @Nullable String method,
    BigDecimal refunded) {

  /** Where it stands there. */
  enum State {
    UNDER_WAY,
    AUTHORIZED,
    SETTLED,
    GONE
  }

  boolean pays(Payment payment) {
    return amount != null && amount.compareTo(payment.amount()) == 0 && currency.equals("CHF");
  }
}
