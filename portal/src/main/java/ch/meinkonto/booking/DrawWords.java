package ch.meinkonto.booking;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.request.RequestEnvelope;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says to who takes part in a draw what they have to know of it, line by line. */
@Component
class DrawWords {

  private final DrawRows rows;
  private final Entries entries;
  private final Shelf shelf;
  private final Texts texts;
  private final PortalSettings settings;

  DrawWords(DrawRows rows, Entries entries, Shelf shelf, Texts texts, PortalSettings settings) {
    this.rows = rows;
    this.entries = entries;
    this.shelf = shelf;
    this.texts = texts;
    this.settings = settings;
  }

  /** In which draw a request takes part, and by which ticket; with what proves the seed later. */
  Optional<String> entered(RequestEnvelope request) {
    return entries
        .ofRequest(request.id().value())
        .flatMap(entry -> rows.find(entry.draw()).map(draw -> entered(draw, entry, request)));
  }

  private String entered(DrawRow draw, Entry entry, RequestEnvelope request) {
    var offer = shelf.find(draw.service(), draw.offer()).orElseThrow().offer();
    var locale = request.language();
    var end = offer.closesAt();
    return OfferWords.lines(
        texts.text(locale, "booking.draw.yours"),
        OfferWords.name(offer, locale),
        OfferWords.details(offer, locale),
        texts.text(locale, "booking.draw.ticket", entry.ticket()),
        end == null
            ? ""
            : texts.text(locale, "booking.draw.until", new Formats(locale).moment(end)),
        texts.text(locale, "booking.draw.promise", draw.commitment()),
        address(offer));
  }

  /** What came of it. */
  String told(DrawRow draw, Offer offer, Entry entry, Locale locale) {
    return OfferWords.lines(
        OfferWords.name(offer, locale),
        entry.place() == null
            ? texts.text(locale, "booking.draw.ticket", entry.ticket())
            : texts.text(locale, "booking.draw.ticket.drawn", entry.ticket(), entry.place()),
        texts.text(locale, "booking.draw.told." + what(draw, entry)),
        address(offer));
  }

  private static String what(DrawRow draw, Entry entry) {
    if (entry.place() != null) {
      return "drawn";
    }
    return draw.state() == DrawState.CANCELLED ? "cancelled" : "not-drawn";
  }

  private String address(Offer offer) {
    return settings.url(DrawPages.path(offer)).toString();
  }
}
