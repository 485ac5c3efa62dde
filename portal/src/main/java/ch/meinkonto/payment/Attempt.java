package ch.meinkonto.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody went to the payment provider for a payment: with two tabs there are two of them.
 *
 * @param number of all attempts
 * @param transaction what the provider calls it; null until it said so
 * @param method by which card or app, as the provider writes it; null until it is known
 * @param counts whether the payment is paid with it
 * @param credited how much of it the provider has given back, as far as we know
 * @param since when it came to its state
 * @param dueAt when the provider is asked or told next; null when there is nothing to say
 * @param tries how often in a row the provider could not be asked or told
 */
record Attempt(
    UUID id,
    long number,
    PaymentId payment,
    @Nullable String transaction,
    State state,
    @Nullable String method,
    boolean counts,
    BigDecimal credited,
    Instant since,
    @Nullable Instant dueAt,
    int tries) {

  /** Where it stands, as far as we know. */
  enum State {
    /** Somebody is at the provider, or left. */
    BEGUN,
    /** The money is reserved. */
    AUTHORIZED,
    /** The money is booked. */
    SETTLED,
    /** There is nothing reserved and nothing booked. */
    FAILED,
    /** What was reserved is free again. */
    RELEASED,
    /** What was booked is given back. */
    REFUNDED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** How much is still to be given back of it. */
  BigDecimal owed(Payment payment) {
    return whole(payment).subtract(credited).max(BigDecimal.ZERO);
  }

  /** How much is to be given back of it, once it is booked: of what does not count, everything. */
  BigDecimal whole(Payment payment) {
    return counts ? payment.refunded() : payment.amount();
  }

  /** Our reference at the provider: at most 20 characters, never used twice. */
  String reference() {
    return reference(number);
  }

  static String reference(long number) {
    return "MK%012d".formatted(number);
  }
}
