package ch.meinkonto.booking;

import ch.meinkonto.catalogue.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places that somebody has.
 *
 * @param draft for which draft they are held
 * @param request the request that the draft became; null until it did
 * @param slots of what they are places
 * @param expiresAt when they are let go; null when they are not
 */
record Hold(
    UUID id,
    UUID draft,
    @Nullable UUID request,
    ServiceId service,
    String offer,
    List<String> slots,
    int places,
    HoldState state,
    @Nullable Instant expiresAt) {

  Hold {
    slots = List.copyOf(slots);
  }

  boolean isHeld(Instant now) {
    return state != HoldState.HELD || (expiresAt != null && now.isBefore(expiresAt));
  }
}
