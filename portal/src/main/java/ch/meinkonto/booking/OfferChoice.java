package ch.meinkonto.booking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose of a list of offers, as its address says it; what can’t be read there is not
 * chosen.
 *
 * @param from the first day on which they may begin; null: any
 * @param to the last
 * @param place where they must be, in the city’s first language; empty: anywhere
 * @param onlyFree whether there must be places that can be had now
 */
public record OfferChoice(
    @Nullable LocalDate from, @Nullable LocalDate to, String place, boolean onlyFree) {

  static OfferChoice of(String from, String to, String place, boolean onlyFree) {
    return new OfferChoice(day(from), day(to), place, onlyFree);
  }

  static OfferChoice free(boolean onlyFree) {
    return new OfferChoice(null, null, "", onlyFree);
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Where an offer is, in the language that addresses speak. */
  static String placeOf(Offer offer) {
    return offer.place().in(offer.place().fallback());
  }

  /** Whether it leaves anything out. */
  public boolean any() {
    return from != null || to != null || !place.isEmpty() || onlyFree;
  }

  /** Those that begin on such a day at such a place, whether or not places are free. */
  List<Shelf.Standing> of(List<Shelf.Standing> all, ZoneId zone) {
    return all.stream().filter(one -> fits(one.offer(), zone)).toList();
  }

  private boolean fits(Offer offer, ZoneId zone) {
    if (!place.isEmpty() && !place.equals(placeOf(offer))) {
      return false;
    }
    if (offer.starts() == null) {
      return from == null && to == null;
    }
    var day = LocalDate.ofInstant(offer.starts(), zone);
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
