package ch.meinkonto.contract;

import java.util.Map;
import java.util.Objects;

/**
 * The body of a push: the delivery and its sealed parts, as many as fit.
 *
 * @param delivery as in a lease; with a lease token only if parts are missing: these are fetched as
 *     under a lease, before the push is answered
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
