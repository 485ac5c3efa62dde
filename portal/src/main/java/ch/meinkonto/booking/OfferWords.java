package ch.meinkonto.booking;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Texts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what an offer is. */
@Component
class OfferWords {

  private final Texts texts;

  private final PortalSettings settings;

  OfferWords(Texts texts, PortalSettings settings) {
    this.texts = texts;
    this.settings = settings;
  }

  static String name(Offer offer, Locale locale) {
    return offer.name().in(locale);
  }

  /** When and where. */
  static String details(Offer offer, Locale locale) {
    return Stream.of(offer.schedule(), offer.place())
        .map(text -> text.in(locale))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What was booked, line by line; at last, where one reads more. */
  String booked(Offer offer, int places, Locale locale) {
    return Stream.of(
            name(offer, locale),
            offer.schedule().in(locale),
            offer.place().in(locale),
            texts.text(locale, places == 1 ? "booking.place" : "booking.places", places),
            settings.url(offer.path()).toString())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
