package ch.meinkonto.trust;

import ch.meinkonto.platform.web.Page;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts entries into the reader's words, day by day. */
@Component
public class LogReading {

  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Wording wording;

  LogReading(Wording wording) {
    this.wording = wording;
  }

  /** The entries in their order, under the days on which they happened in the city. */
  public List<LogView.Day> days(List<LogEntry> entries, Page page) {
    var days = new LinkedHashMap<String, List<LogView.Line>>();
    for (var entry : entries) {
      days.computeIfAbsent(page.formats().date(entry.at()), _ -> new ArrayList<>())
          .add(line(entry, page));
    }
    return days.entrySet().stream()
        .map(day -> new LogView.Day(day.getKey(), day.getValue()))
        .toList();
  }

  private LogView.Line line(LogEntry entry, Page page) {
    return new LogView.Line(
        entry.id(),
        wording.what(entry, page.locale()),
        wording.ground(entry, page.locale()),
        TIME.format(entry.at().atZone(ZONE)),
        entry.at().toString(),
        entry.sequence() != null);
  }
}
