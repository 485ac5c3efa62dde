package ch.meinkonto.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A unit is done with what was brought to it.
 *
 * @param after how long it waited, since it was last offered afresh
 * @param attempts how often it was offered
 */
public record Delivered(UUID deliveryId, String unit, Duration after, int attempts) {

  static Delivered of(Item item, Instant now) {
    return new Delivered(
        item.id().value(),
        item.unit().value(),
        Duration.between(item.createdAt(), now),
        item.attempt());
  }
}
