package ch.meinkonto.contract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One submission on its way to the unit.
 *
 * @param deliveryId the delivery
 * @param leaseToken proves the lease when fetching parts; absent in a push that brings them all
 * @param leaseUntil when another worker may get it; absent in a push that brings all parts
 * @param attempt counted from one
 * @param envelope what it is
 * @param parts what it consists of
 * @param receipt the portal's signed receipt over the parts' tags
 */
public record Delivery(
    DeliveryId deliveryId,
    @Nullable String leaseToken,
    @Nullable Instant leaseUntil,
    int attempt,
    Envelope envelope,
    List<Part> parts,
    String receipt) {

  public Delivery {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(envelope, "envelope");
    Objects.requireNonNull(receipt, "receipt");
    parts = List.copyOf(parts);
  }

  /** Without the lease token: it opens doors. */
  @Override
  public String toString() {
    return "Delivery[" + deliveryId + ", " + envelope.reference() + "]";
  }
}
