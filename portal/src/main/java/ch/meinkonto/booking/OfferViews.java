package ch.meinkonto.booking;

import ch.meinkonto.form.Booking;
import ch.meinkonto.form.Places;
import ch.meinkonto.platform.web.Page;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts offers into the words of a page’s language. */
@Component
class OfferViews {

  private static final int FEW = 5;

  private final Clock clock;

  OfferViews(Clock clock) {
    this.clock = clock;
  }

  /** Where they are: as an address says it, and as the page does. */
  List<Map.Entry<String, String>> places(List<Shelf.Standing> offers, Page page) {
    var names = new TreeMap<String, String>(Collator.getInstance(page.locale()));
    offers.forEach(
        one -> names.put(one.offer().place().in(page.locale()), OfferChoice.placeOf(one.offer())));
    return names.entrySet().stream()
        .filter(place -> !place.getKey().isEmpty())
        .map(place -> Map.entry(place.getValue(), place.getKey()))
        .toList();
  }

  /** All of them, or those that can be had now, by category, each category’s earliest first. */
  List<OfferView.Group> groups(
      List<Shelf.Standing> all, boolean onlyFree, Booking booking, Page page) {
    var locale = page.locale();
    var groups =
        all.stream()
            .sorted(
                Comparator.comparing(
                        (Shelf.Standing one) -> one.offer().starts(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(one -> one.offer().id()))
            .collect(
                Collectors.groupingBy(
                    one -> one.offer().category().in(locale),
                    () -> new TreeMap<>(Collator.getInstance(locale)),
                    Collectors.collectingAndThen(
                        Collectors.mapping(one -> of(one, booking, page), Collectors.toList()),
                        offers ->
                            offers.stream()
                                .filter(offer -> !onlyFree || offer.bookable())
                                .toList())));
    groups.values().removeIf(List::isEmpty);
    return groups.entrySet().stream()
        .map(group -> new OfferView.Group(group.getKey(), same(group.getValue())))
        .toList();
  }

  /** In the order in which they first begin. */
  private static List<OfferView.Same> same(List<OfferView> offers) {
    var same = new LinkedHashMap<String, List<OfferView>>();
    offers.forEach(offer ->
        same.computeIfAbsent(offer.name() + "\n" + offer.place(), _ -> new ArrayList<>())
            .add(offer));
    return same.values().stream()
        .map(all -> new OfferView.Same(all.getFirst().name(), all.getFirst().place(), all))
        .toList();
  }

  OfferView of(Shelf.Standing standing, Booking booking, Page page) {
    var offer = standing.offer();
    var locale = page.locale();
    var now = clock.instant();
    var refusal = Counter.refusal(offer, now).orElse(standing.free() < 1 ? Places.Why.FULL : null);
    return new OfferView(
        offer.id(),
        offer.path(),
        offer.name().in(locale),
        offer.about().in(locale),
        offer.schedule().in(locale),
        offer.place().in(locale),
        price(offer, page),
        booking.draw()
            ? drawState(offer, refusal, page)
            : state(offer, standing.free(), refusal, page),
        booking.draw() && refusal == null ? "info" : kind(standing.free(), refusal),
        refusal == null,
        note(refusal, page),
        refusal == Places.Why.FULL,
        choices(standing, booking, refusal));
  }

  private static int choices(
      Shelf.Standing standing, Booking booking, Places.@Nullable Why refusal) {
    if (booking.persons().isEmpty() || booking.draw()) {
      return 1;
    }
    return refusal == null
        ? Math.min(booking.most(), standing.free())
        : Math.min(booking.most(), standing.offer().capacity());
  }

  private static String price(Offer offer, Page page) {
    var price = offer.price();
    if (price == null) {
      return "";
    }
    return price.signum() == 0 ? page.text("booking.free-of-charge") : page.formats().money(price);
  }

  private static String state(Offer offer, int free, Places.@Nullable Why refusal, Page page) {
    return switch (refusal) {
      case null ->
          free > FEW
              ? page.text("booking.state.free")
              : page.text(free == 1 ? "booking.state.last" : "booking.state.few", free);
      case NOT_OPEN -> page.text("booking.state.not-open", opens(offer.opensAt(), page));
      case FULL -> page.text("booking.state.full");
      case GONE, CLOSED, LIMIT, PAYING, TWICE, ENTERED -> page.text("booking.state.closed");
    };
  }

  /** Whether one can enter, and until when. */
  private static String drawState(Offer offer, Places.@Nullable Why refusal, Page page) {
    return switch (refusal) {
      case null -> page.text("booking.state.draw", opens(offer.closesAt(), page));
      case NOT_OPEN -> page.text("booking.state.draw.not-open", opens(offer.opensAt(), page));
      case FULL, GONE, CLOSED, LIMIT, PAYING, TWICE, ENTERED ->
          page.text("booking.state.draw.closed");
    };
  }

  private static String opens(@Nullable Instant opens, Page page) {
    return opens == null ? "" : page.formats().moment(opens);
  }

  private static String kind(int free, Places.@Nullable Why refusal) {
    if (refusal != null) {
      return "";
    }
    return free > FEW ? "success" : "warning";
  }

  private static @Nullable String note(Places.@Nullable Why refusal, Page page) {
    return switch (refusal) {
      case null -> null;
      case NOT_OPEN -> page.text("booking.note.not-open");
      case FULL -> page.text("booking.note.full");
      case GONE, CLOSED, LIMIT, PAYING, TWICE, ENTERED -> page.text("booking.note.closed");
    };
  }
}
