package ch.meinkonto.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Entries for calendars (iCalendar, RFC 5545): to be opened once, or subscribed to. */
public final class CalendarFile {

  /** Its media type. */
  public static final MediaType TYPE = MediaType.parseMediaType("text/calendar;charset=UTF-8");

  private static final int LONGEST_LINE = 75; // octets, RFC 5545 §3.1
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

  private final StringBuilder file = new StringBuilder();

  /** An empty one. */
  public CalendarFile() {
    List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mein Konto//DE").forEach(this::line);
  }

  /** When something is. */
  public sealed interface When {

    /** Whole days, the last of them included. */
    record Days(LocalDate first, LocalDate last) implements When {}

    /** From one moment to another. */
    record Hours(Instant starts, Instant ends) implements When {}
  }

  /**
   * An entry.
   *
   * @param uid names it in all the world, always the same
   * @param stamp when it was last said how it is
   * @param tentative whether it is not certain yet
   * @param page where one reads more; null when nowhere
   */
  public record Entry(
      String uid,
      Instant stamp,
      When when,
      String title,
      String place,
      String text,
      boolean tentative,
      @Nullable URI page) {}

  /** Makes it one that calendars look at again (RFC 7986; the second of each pair is older). */
  public CalendarFile named(String name, Duration refresh) {
    line("METHOD:PUBLISH");
    line("NAME:" + text(name));
    line("X-WR-CALNAME:" + text(name));
    line("REFRESH-INTERVAL;VALUE=DURATION:" + refresh);
    line("X-PUBLISHED-TTL:" + refresh);
    return this;
  }

  /** Adds an entry. */
  public CalendarFile add(Entry entry) {
    line("BEGIN:VEVENT");
    line("UID:" + entry.uid());
    line("DTSTAMP:" + MOMENT.format(entry.stamp()));
    switch (entry.when()) {
      case When.Days(var first, var last) -> {
        line("DTSTART;VALUE=DATE:" + DAY.format(first));
        line("DTEND;VALUE=DATE:" + DAY.format(last.plusDays(1))); // the day after, §3.6.1
        line("TRANSP:TRANSPARENT"); // nobody is busy for all of these days
      }
      case When.Hours(var starts, var ends) -> {
        line("DTSTART:" + MOMENT.format(starts));
        line("DTEND:" + MOMENT.format(ends));
      }
    }
    line("SUMMARY:" + text(entry.title()));
    if (!entry.place().isEmpty()) {
      line("LOCATION:" + text(entry.place()));
    }
    if (!entry.text().isEmpty()) {
      line("DESCRIPTION:" + text(entry.text()));
    }
    if (entry.tentative()) {
      line("STATUS:TENTATIVE");
    }
    if (entry.page() != null) {
      line("URL:" + entry.page());
    }
    line("END:VEVENT");
    return this;
  }

  /** The whole file. */
  public byte[] bytes() {
    return (file + "END:VCALENDAR\r\n").getBytes(UTF_8);
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
  private void line(String line) {
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
