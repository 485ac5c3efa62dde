package ch.meinkonto.payment;

import ch.meinkonto.directory.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was paid on a day for a unit in a way: as the portal has it, and as the provider or the bank
 * says.
 *
 * @param day on which it was paid: what of it was given back stands there, too
 * @param unit null where nobody knows for what it was paid
 * @param count how many payments
 * @param waiting of how many the provider has not been asked yet
 */
record BookRow(
    LocalDate day,
    @Nullable UnitId unit,
    Way way,
    int count,
    BigDecimal paid,
    BigDecimal refunded,
    BigDecimal therePaid,
    BigDecimal thereRefunded,
    int waiting) {

  /** How much more there is than in the portal; nothing as long as not all is asked. */
  BigDecimal difference() {
    return waiting > 0
        ? BigDecimal.ZERO
        : therePaid.subtract(thereRefunded).subtract(paid.subtract(refunded));
  }
}
