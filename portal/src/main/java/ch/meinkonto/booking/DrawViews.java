package ch.meinkonto.booking;

import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts draws into the words of a page’s language. */
@Component
class DrawViews {

  private static final int ROUND = 10;

  private final DrawRows rows;
  private final Entries entries;

  DrawViews(DrawRows rows, Entries entries) {
    this.rows = rows;
    this.entries = entries;
  }

  /** The draw of an offer; empty when its places are not given by lot. */
  Optional<DrawView> of(Offer offer, Optional<Visitor> visitor, Page page) {
    return rows.find(offer.service(), offer.id()).map(draw -> view(draw, offer, visitor, page));
  }

  private DrawView view(DrawRow draw, Offer offer, Optional<Visitor> visitor, Page page) {
    var published = draw.published(offer);
    var list = published.list();
    var result = published.result();
    var end = offer.closesAt();
    return new DrawView(
        DrawPages.path(offer),
        draw.state().code(),
        published.places(),
        end == null ? "" : page.formats().moment(end),
        list == null ? about(entries.count(draw), page) : exactly(list.tickets().size(), page),
        draw.commitment(),
        offer.source() == null ? null : offer.source().in(page.locale()),
        result == null ? null : result.value(),
        list == null ? null : list.hash(),
        list == null ? List.of() : list.tickets(),
        result == null ? null : result.seed(),
        result == null ? List.of() : result.drawn(),
        result == null ? List.of() : result.takenBack(),
        own(draw, visitor));
  }

  private DrawView.@Nullable Own own(DrawRow draw, Optional<Visitor> visitor) {
    return visitor
        .flatMap(who -> entries.find(draw, who.accountId()))
        .filter(entry -> !entry.takenBack())
        .map(entry ->
            new DrawView.Own(entry.ticket(), "/antraege/" + entry.request() + "/bestaetigung"))
        .orElse(null);
  }

  /** As long as one can enter, nobody sees from the number when somebody has. */
  private static String about(int number, Page page) {
    return number < ROUND
        ? page.text("booking.draw.few", ROUND)
        : page.text("booking.draw.about", number / ROUND * ROUND);
  }

  private static String exactly(int number, Page page) {
    return page.text(number == 1 ? "booking.draw.one" : "booking.draw.number", number);
  }
}
