package ch.meinkonto.request;

import java.util.List;
import java.util.UUID;

/** The time of these requests is over; published in the transaction that erases them. */
public record RequestsErased(List<UUID> requestIds) {

  public RequestsErased {
    requestIds = List.copyOf(requestIds);
  }
}
