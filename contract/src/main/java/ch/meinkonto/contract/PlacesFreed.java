package ch.meinkonto.contract;

import java.util.Objects;
import java.util.UUID;

/**
 * A unit says that places are free again, because somebody who had booked does not come.
 *
 * @param id the unit's name for this: the same once more does nothing
 * @param places how many
 */
public record PlacesFreed(UUID id, int places) {

  public static final int MOST = 1_000;

  public PlacesFreed {
    Objects.requireNonNull(id, "id");
    if (places < 1 || places > MOST) {
      throw new IllegalArgumentException("places must be from 1 to " + MOST);
    }
  }
}
