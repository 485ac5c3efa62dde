package ch.meinkonto.conformance;

import java.util.List;
import java.util.UUID;

/** These made-up requests are gone, with all that was about them. */
public record TestDeliveriesErased(List<UUID> requestIds) {
  public TestDeliveriesErased {
    requestIds = List.copyOf(requestIds);
  }
}
