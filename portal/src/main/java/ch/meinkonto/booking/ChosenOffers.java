package ch.meinkonto.booking;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.form.Booking;
import ch.meinkonto.form.ChosenOffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Offers as forms calculate with them; the unit said them as its service’s form asks, or they would
 * not be on the shelf, unless the form has changed since.
 */
@Component
class ChosenOffers {

  private final Directory directory;

  ChosenOffers(Directory directory) {
    this.directory = directory;
  }

  /**
   * One of them.
   *
   * @param ticket the lot in its draw; null when its places are not given by lot
   */
  ChosenOffer of(Offer offer, Booking booking, @Nullable String ticket) {
    var values = new HashMap<String, Object>();
    booking
        .values()
        .forEach((name, type) ->
            ChosenOffer.value(type, offer.values().get(name))
                .ifPresent(value -> values.put(name, value)));
    return new ChosenOffer(
        offer.id(),
        offer.name().in(directory.city().languages().fallback()),
        offer.price(),
        day(offer.starts()),
        day(offer.ends()),
        values,
        ticket);
  }

  private @Nullable LocalDate day(@Nullable Instant moment) {
    return moment == null ? null : LocalDate.ofInstant(moment, directory.city().zone());
  }
}
