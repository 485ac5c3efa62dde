package ch.meinkonto.contract;

import java.util.List;

/** The deliveries leased; empty when nothing came while waiting. */
public record LeaseResponse(List<Delivery> deliveries) {
  public LeaseResponse {
    deliveries = List.copyOf(deliveries);
  }
}
