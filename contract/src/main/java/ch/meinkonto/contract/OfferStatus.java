package ch.meinkonto.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an offer stands.
 *
 * @param taken places that nobody else can have: booked, or held by somebody who is about to book
 * @param withdrawn whether it can't be booked any more
 * @param entries how many have entered its draw, until it is drawn; absent where nothing is drawn
 */
public record OfferStatus(
    String id, int capacity, int taken, boolean withdrawn, @Nullable Integer entries) {
  public OfferStatus {
    Objects.requireNonNull(id, "id");
  }
}
