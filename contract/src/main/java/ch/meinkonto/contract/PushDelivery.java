package ch.meinkonto.contract;

import java.util.Map;
import java.util.Objects;

/**
 * The body of a push: the delivery and all its sealed parts at once.
 *
 * @param delivery as in a lease, without lease token
 * @param sealed part name to compact JWE
 */
public record PushDelivery(Delivery delivery, Map<String, String> sealed) {
  public PushDelivery {
    Objects.requireNonNull(delivery, "delivery");
    sealed = Map.copyOf(sealed);
  }

  @Override
  public String toString() {
    return "Push" + delivery;
  }
}
