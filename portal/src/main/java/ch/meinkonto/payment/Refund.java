package ch.meinkonto.payment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Somebody decided to give something back.
 *
 * @param name what the unit calls it; {@link #ALL} when nothing is owed any more
 */
record Refund(String name, BigDecimal amount, Instant decidedAt) {

  /** No unit can call one so. */
  static final String ALL = "";
}
