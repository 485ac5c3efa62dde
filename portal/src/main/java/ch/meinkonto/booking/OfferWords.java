package ch.meinkonto.booking;

import ch.meinkonto.form.Booking;
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
  private final CancelWords cancelling;
  private final PortalSettings settings;

  OfferWords(Texts texts, CancelWords cancelling, PortalSettings settings) {
    this.texts = texts;
    this.cancelling = cancelling;
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

  /** What was booked, line by line: first that it was, at last where one reads more. */
  String booked(Offer offer, Booking booking, int places, Locale locale) {
    var how = booking.provisional() ? "booking.provisional" : "booking.booked";
    var cancel = cancelling.of(offer, booking, locale);
    return lines(
        texts.text(locale, how),
        name(offer, locale),
        offer.schedule().in(locale),
        offer.place().in(locale),
        texts.text(locale, places == 1 ? "booking.place" : "booking.places", places),
        texts.text(locale, how + ".text"),
        cancel.isEmpty() ? "" : texts.text(locale, "booking.cancel.line", cancel),
        settings.url(offer.path()).toString());
  }

  /** Those that are not empty, each on its own. */
  static String lines(String... lines) {
    return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }
}
