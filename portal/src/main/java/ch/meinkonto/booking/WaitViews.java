package ch.meinkonto.booking;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.platform.web.Page;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts waits into the words of a page’s language. */
@Component
class WaitViews {

  private final Shelf shelf;
  private final Catalogue catalogue;

  WaitViews(Shelf shelf, Catalogue catalogue) {
    this.shelf = shelf;
    this.catalogue = catalogue;
  }

  Optional<WaitView> of(Wait wait, Page page) {
    return shelf
        .find(wait.service(), wait.offer())
        .map(Shelf.Standing::offer)
        .map(offer ->
            new WaitView(
                catalogue
                    .find(wait.service())
                    .map(service -> service.name(page.locale()))
                    .orElse(wait.service().value()),
                OfferWords.name(offer, page.locale()),
                OfferWords.details(offer, page.locale()),
                offer.path(),
                place(wait, page),
                wait.until() == null ? null : page.formats().moment(wait.until()),
                wait.places()));
  }

  /** Honestly: how many are before them. */
  private static String place(Wait wait, Page page) {
    return switch (wait.before()) {
      case 0 -> page.text("booking.waiting.first");
      case 1 -> page.text("booking.waiting.second");
      default -> page.text("booking.waiting.before", wait.before());
    };
  }
}
