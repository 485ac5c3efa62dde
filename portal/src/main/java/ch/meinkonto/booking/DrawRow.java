package ch.meinkonto.booking;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Draw;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draw as it is kept.
 *
 * @param commitment the hash of its seed
 * @param document what is published of it since nobody can enter any more; null until then
 */
record DrawRow(
    UUID id,
    ServiceId service,
    String offer,
    DrawState state,
    String commitment,
    @Nullable Draw document) {

  /** What is published of it now. */
  Draw published(Offer about) {
    return document != null ? document : announced(about);
  }

  /** What was promised before anybody entered. */
  Draw announced(Offer about) {
    var source = about.source();
    return new Draw(
        service.value(),
        offer,
        about.capacity(),
        commitment,
        source == null ? null : source.values(),
        null,
        null);
  }
}
