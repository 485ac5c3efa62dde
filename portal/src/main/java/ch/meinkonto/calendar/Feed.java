package ch.meinkonto.calendar;

import ch.meinkonto.contract.Calendar;
import ch.meinkonto.platform.web.CalendarFile;
import ch.meinkonto.platform.web.CalendarFile.When;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Some calendars of a service as one, to be subscribed to in a language. */
record Feed(String service, String language, List<Calendars.Published> parts) {

  private static final Duration REFRESH = Duration.ofDays(1);

  /** Always the same bytes as long as nobody says something else. */
  byte[] file(URI base) {
    var file = new CalendarFile().named(name(), REFRESH);
    for (var part : parts) {
      for (var entry : part.calendar().entries()) {
        file.add(entry(entry, part, base));
      }
    }
    return file.bytes();
  }

  private String name() {
    return parts.stream()
        .map(part -> text(part.calendar().name()))
        .collect(Collectors.joining(" · "));
  }

  private CalendarFile.Entry entry(Calendar.Entry entry, Calendars.Published part, URI base) {
    return new CalendarFile.Entry(
        base + "/" + service + "/" + part.id() + "#" + entry.id(),
        part.changedAt(),
        when(entry),
        text(entry.title()),
        text(entry.place()),
        text(entry.note()),
        false,
        null);
  }

  private static When when(Calendar.Entry entry) {
    var day = entry.day();
    var starts = entry.starts();
    var ends = entry.ends();
    if (day != null) {
      return new When.Days(day, day);
    }
    if (starts == null || ends == null) {
      throw new IllegalStateException("neither a day nor hours: " + entry.id());
    }
    return new When.Hours(starts, ends);
  }

  /** In the language; where there is none, in always the same other one. */
  private String text(@Nullable Map<String, String> texts) {
    if (texts == null || texts.isEmpty()) {
      return "";
    }
    return texts.getOrDefault(language, new TreeMap<>(texts).firstEntry().getValue());
  }
}
