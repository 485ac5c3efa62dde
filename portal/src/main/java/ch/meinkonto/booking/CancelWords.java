package ch.meinkonto.booking;

import ch.meinkonto.form.Booking;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says until when one can cancel, and what it costs: as the unit has it, which settles it too. */
@Component
class CancelWords {

  private final Texts texts;
  private final Clock clock;

  CancelWords(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** From today on; empty when the city says nothing about it. */
  String of(Offer offer, Booking booking, Locale locale) {
    var starts = offer.starts();
    return starts == null ? "" : String.join(" ", of(day(starts), booking.cancelling(), locale));
  }

  private List<String> of(LocalDate first, List<Booking.Cancelling> terms, Locale locale) {
    var formats = new Formats(locale);
    var today = day(clock.instant());
    var said = new ArrayList<String>();
    for (var term : terms) {
      var costs = formats.money(term.costs());
      if (term.until().isEmpty()) {
        var key = said.isEmpty() ? "booking.cancel.always" : "booking.cancel.later";
        said.add(texts.text(locale, key, costs));
        continue;
      }
      var last = first.minusDays(term.until().get());
      if (!last.isBefore(today)) {
        var key = term.costs().signum() == 0 ? "booking.cancel.free" : "booking.cancel.until";
        said.add(texts.text(locale, key, formats.date(last), costs));
      }
    }
    return said;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Formats.ZONE);
  }
}
