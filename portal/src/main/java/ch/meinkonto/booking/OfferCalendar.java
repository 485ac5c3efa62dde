package ch.meinkonto.booking;

import ch.meinkonto.platform.web.CalendarFile;
import ch.meinkonto.platform.web.CalendarFile.When;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** An offer as an entry for the calendar of whoever booked it. */
final class OfferCalendar {

  private OfferCalendar() {}

  /**
   * The file. What takes several days is an entry of whole days, since it hardly goes on all night.
   *
   * @param starts when it begins
   * @param provisional whether its unit has to confirm it yet
   * @param page where one reads more
   */
  static byte[] of(
      Offer offer,
      Instant starts,
      boolean provisional,
      URI page,
      Locale locale,
      ZoneId zone,
      Instant now) {
    var ends = offer.ends() == null ? starts : offer.ends();
    var first = LocalDate.ofInstant(starts, zone);
    var last = LocalDate.ofInstant(ends, zone);
    return new CalendarFile()
        .add(
            new CalendarFile.Entry(
                page.toString(),
                now,
                first.equals(last) ? new When.Hours(starts, ends) : new When.Days(first, last),
                OfferWords.name(offer, locale),
                offer.place().in(locale),
                offer.schedule().in(locale),
                provisional,
                page))
        .bytes();
  }
}
