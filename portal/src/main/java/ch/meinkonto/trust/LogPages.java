package ch.meinkonto.trust;

import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** A person reads what happened with their data. */
@Controller
class LogPages {

  private static final int SIZE = 40;
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final TrustLog log;
  private final Wording wording;

  LogPages(TrustLog log, Wording wording) {
    this.log = log;
    this.wording = wording;
  }

  @GetMapping("/datenprotokoll")
  String show(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @RequestParam(name = "thema", defaultValue = "") String code,
      @RequestParam(name = "vor", required = false) @Nullable UUID before,
      Model model) {
    var topic = Topic.of(code);
    var stretch = log.entries(visitor.accountId(), before, SIZE, topic::covers);
    model.addAttribute(
        "log",
        new LogView(
            topic.code(),
            days(stretch.entries(), page),
            before == null,
            stretch.next() == null
                ? null
                : "/datenprotokoll?thema=" + topic.code() + "&vor=" + stretch.next()));
    return "trust/log";
  }

  private List<LogView.Day> days(List<LogEntry> entries, Page page) {
    var days = new LinkedHashMap<String, List<LogView.Line>>();
    for (var entry : entries) {
      days.computeIfAbsent(page.formats().date(entry.at()), _ -> new ArrayList<>())
          .add(
              new LogView.Line(
                  entry.id(),
                  wording.what(entry, page.locale()),
                  wording.ground(entry, page.locale()),
                  TIME.format(entry.at().atZone(ZONE)),
                  entry.at().toString(),
                  entry.sequence() != null));
    }
    return days.entrySet().stream()
        .map(day -> new LogView.Day(day.getKey(), day.getValue()))
        .toList();
  }
}
