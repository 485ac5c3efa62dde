package ch.meinkonto.booking;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.yaml.Localized;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a unit offers to be booked, as it said it last.
 *
 * @param id the unit’s
 * @param about what it is; empty when its name says it all, as {@code category}, {@code place} and
 *     {@code schedule} may be
 * @param price of a place in Swiss francs; null when there is none
 * @param opensAt when booking begins; null: it has
 * @param closesAt when booking ends; null: when it begins itself
 * @param slots ids of what a booking takes places of: its own, and those of others
 * @param values what else the form calculates with, as JSON values
 * @param source what decides a draw besides the portal’s seed; null when nothing does
 * @param value what came of the source; null until it is known
 */
record Offer(
    ServiceId service,
    String id,
    Localized<String> name,
    Localized<String> about,
    Localized<String> category,
    Localized<String> place,
    Localized<String> schedule,
    @Nullable Instant starts,
    @Nullable Instant ends,
    int capacity,
    @Nullable BigDecimal price,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    List<String> slots,
    Map<String, Object> values,
    @Nullable Localized<String> source,
    @Nullable String value,
    boolean withdrawn) {

  Offer {
    slots = List.copyOf(slots);
    values = Map.copyOf(values);
  }

  /** Whether booking has not begun. */
  boolean isBefore(Instant now) {
    return opensAt != null && now.isBefore(opensAt);
  }

  /** Whether booking has ended. */
  boolean isOver(Instant now) {
    var end = closesAt != null ? closesAt : starts;
    return end != null && !now.isBefore(end);
  }

  /** The address of its page. */
  String path() {
    return list(service) + "/" + id;
  }

  /** Where all of a service’s are. */
  static String list(ServiceId service) {
    return "/dienste/" + service + "/angebote";
  }
}
