package ch.meinkonto.unit;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.Json;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A delivery as the portal leased it. One that can't be read must not hold up its neighbours. */
sealed interface Leased {

  DeliveryId deliveryId();

  String leaseToken();

  /** Described as the contract wants it. */
  record Described(Delivery delivery) implements Leased {
    @Override
    public DeliveryId deliveryId() {
      return delivery.deliveryId();
    }

    @Override
    public String leaseToken() {
      return PortalApi.leaseToken(delivery);
    }
  }

  /** Described in a way that this library does not understand. */
  record Garbled(DeliveryId deliveryId, String leaseToken) implements Leased {}

  static List<Leased> read(String json) {
    try {
      return Json.mapper()
          .readTree(json)
          .required("deliveries")
          .valueStream()
          .map(Leased::read)
          .toList();
    } catch (JacksonException | IllegalArgumentException e) {
      throw new PortalUnavailable("the portal's answer cannot be read", e);
    }
  }

  private static Leased read(JsonNode node) {
    try {
      return new Described(Json.mapper().treeToValue(node, Delivery.class));
    } catch (JacksonException e) {
      return new Garbled(
          DeliveryId.of(node.required("deliveryId").asString()),
          node.required("leaseToken").asString());
    }
  }
}
