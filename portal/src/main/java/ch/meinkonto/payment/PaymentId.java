package ch.meinkonto.payment;

import java.util.Optional;
import java.util.UUID;

/** Names a payment. */
public record PaymentId(UUID value) {

  /** What an address names; empty when it is no id. */
  static Optional<PaymentId> of(String text) {
    try {
      return Optional.of(new PaymentId(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
