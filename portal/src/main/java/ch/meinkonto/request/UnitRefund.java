package ch.meinkonto.request;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A unit gives back something of what was paid for a request.
 *
 * @param name what the unit calls it, unique within the request
 * @param amount in Swiss francs
 * @param reason plain text, for the resident
 * @param decidedAt when the unit signed it
 */
public record UnitRefund(String name, BigDecimal amount, String reason, Instant decidedAt) {

  @Override
  public String toString() {
    return "UnitRefund[" + name + ", " + amount + "]";
  }
}
