package ch.meinkonto.payment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a payment stands. */
public enum PaymentState {
  /** Nobody has paid yet. */
  OPEN,
  /** It will be paid by invoice; what it is for goes on. */
  INVOICED,
  /** The money is certain: the provider has reserved or booked it, or it arrived at the bank. */
  PAID,
  /** It is given back. */
  REFUNDED,
  /** Nobody is to pay it any more. */
  DROPPED;

  private static final Map<PaymentState, Set<PaymentState>> LEGAL =
      Map.of(
          OPEN, EnumSet.of(INVOICED, PAID, DROPPED),
          INVOICED, EnumSet.of(PAID, DROPPED),
          PAID, EnumSet.of(REFUNDED),
          REFUNDED, EnumSet.noneOf(PaymentState.class),
          DROPPED, EnumSet.noneOf(PaymentState.class));

  boolean mayBecome(PaymentState next) {
    return LEGAL.getOrDefault(this, Set.of()).contains(next);
  }

  /** Whether what it is for goes on. */
  public boolean certain() {
    return this == INVOICED || this == PAID;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PaymentState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
