package ch.meinkonto.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An offer as an entry for calendars (RFC 5545). */
final class CalendarFile {

  private static final int LONGEST_LINE = 75; // octets, RFC 5545 §3.1
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

  private CalendarFile() {}

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
    var lines = new ArrayList<String>();
    lines.addAll(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mein Konto//DE"));
    lines.addAll(List.of("BEGIN:VEVENT", "UID:" + page, "DTSTAMP:" + MOMENT.format(now)));
    if (first.equals(last)) {
      lines.add("DTSTART:" + MOMENT.format(starts));
      lines.add("DTEND:" + MOMENT.format(ends));
    } else {
      lines.add("DTSTART;VALUE=DATE:" + DAY.format(first));
      lines.add("DTEND;VALUE=DATE:" + DAY.format(last.plusDays(1))); // the day after, §3.6.1
    }
    lines.add("SUMMARY:" + text(OfferWords.name(offer, locale)));
    lines.add("LOCATION:" + text(offer.place().in(locale)));
    lines.add("DESCRIPTION:" + text(offer.schedule().in(locale)));
    if (provisional) {
      lines.add("STATUS:TENTATIVE");
    }
    lines.add("URL:" + page);
    lines.addAll(List.of("END:VEVENT", "END:VCALENDAR"));
    var file = new StringBuilder();
    lines.forEach(line -> fold(line, file));
    return file.toString().getBytes(UTF_8);
  }

  /** RFC 5545 §3.3.11. */
  private static String text(String plain) {
    return plain
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /** Long lines go on in the next one, after a space. */
  private static void fold(String line, StringBuilder file) {
    var octets = 0;
    for (var character : line.codePoints().mapToObj(Character::toString).toList()) {
      var length = character.getBytes(UTF_8).length;
      if (octets + length > LONGEST_LINE) {
        file.append("\r\n ");
        octets = 1;
      }
      file.append(character);
      octets += length;
    }
    file.append("\r\n");
  }
}
