package ch.meinkonto.trust;

import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
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

  private final TrustLog log;
  private final LogReading reading;

  LogPages(TrustLog log, LogReading reading) {
    this.log = log;
    this.reading = reading;
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
            reading.days(stretch.entries(), page),
            before == null,
            stretch.next() == null
                ? null
                : "/datenprotokoll?thema=" + topic.code() + "&vor=" + stretch.next()));
    return "trust/log";
  }
}
