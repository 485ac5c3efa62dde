package ch.meinkonto.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something that the bank has booked, as it says so: nothing of who paid.
 *
 * @param bankReference what the bank calls it, never used twice
 * @param reversed whether the bank takes an earlier credit back
 * @param reference of a QR-bill, with a check digit that fits; null if it has none
 */
record BankCredit(
    String bankReference,
    LocalDate bookedOn,
    String currency,
    BigDecimal amount,
    boolean reversed,
    @Nullable String reference) {

  private static final int DIGITS = 18; // of a number that a payment could have

  /** The number of the payment that the reference is made of. */
  OptionalLong number() {
    if (reference == null) {
      return OptionalLong.empty();
    }
    var number = reference.substring(0, reference.length() - 1).replaceFirst("^0+", "");
    return number.isEmpty() || number.length() > DIGITS
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(number));
  }
}
