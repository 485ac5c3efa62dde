package ch.meinkonto.contract;

import java.util.Objects;

/**
 * Where an offer stands.
 *
 * @param taken places that nobody else can have: booked, or held by somebody who is about to book
 * @param withdrawn whether it can't be booked any more
 */
public record OfferStatus(String id, int capacity, int taken, boolean withdrawn) {
  public OfferStatus {
    Objects.requireNonNull(id, "id");
  }
}
