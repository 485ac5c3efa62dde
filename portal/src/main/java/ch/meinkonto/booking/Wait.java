package ch.meinkonto.booking;

import ch.meinkonto.catalogue.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for places of what is full.
 *
 * @param before how many wait before them
 * @param until until when places are kept for them; null while they wait
 * @param slots of which these are places; empty while they wait
 */
record Wait(
    UUID id,
    ServiceId service,
    String offer,
    UUID account,
    int places,
    int before,
    @Nullable Instant until,
    List<String> slots) {

  Wait {
    slots = List.copyOf(slots);
  }

  /** Whether places are kept for them. */
  boolean isOffered() {
    return until != null;
  }
}
