package ch.meinkonto.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer as people see it.
 *
 * @param about what it is; empty when its name says it all, as the next ones may be
 * @param price of a place; empty when there is none
 * @param state how many places are free, or why none can be had, in words
 * @param kind colour of the state: {@code success}, {@code warning}, or empty
 * @param bookable whether places can be had now
 * @param note what one can do instead; null when there is nothing to say
 * @param full whether all places are taken of what could be booked else
 * @param choices how many places one can choose, or wait for; one when there is no choice
 */
public record OfferView(
    String id,
    String path,
    String name,
    String about,
    String schedule,
    String place,
    String price,
    String state,
    String kind,
    boolean bookable,
    @Nullable String note,
    boolean full,
    int choices) {

  /** Those of one category. */
  public record Group(String title, List<Same> all) {
    public Group {
      all = List.copyOf(all);
    }
  }

  /** The same thing at the same place, at several times. */
  public record Same(String name, String place, List<OfferView> offers) {
    public Same {
      offers = List.copyOf(offers);
    }
  }
}
