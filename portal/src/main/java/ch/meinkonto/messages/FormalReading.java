package ch.meinkonto.messages;

import ch.meinkonto.contract.Formal;
import ch.meinkonto.platform.web.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words how a formal delivery stands, and what opening it means. */
@Component
class FormalReading {

  private final CityNames names;
  private final Clock clock;

  FormalReading(CityNames names, Clock clock) {
    this.names = names;
    this.clock = clock;
  }

  FormalView view(OpenedThread thread, Letter letter, @Nullable String problem, Page page) {
    var formal = Objects.requireNonNull(letter.body().formal());
    var path = "/mitteilungen/" + thread.id();
    var own = path + "/zustellung/" + letter.id();
    return new FormalView(
        letter.answeredAt() != null,
        page.text(kindKey(formal.kind())),
        lines(letter, formal, page),
        meaning(formal, page),
        names.service(thread.subject(), page.locale()),
        names.unit(thread.subject(), page.locale()),
        thread.subject().reference(),
        path,
        own,
        formal.evidence() == null ? null : own + "/nachweis.pdf",
        problem);
  }

  private List<String> lines(Letter letter, Formality formal, Page page) {
    var lines = new ArrayList<String>();
    lines.add(page.text("messages.formal.arrived", page.formats().moment(formal.arrivedAt())));
    var openedAt = letter.answeredAt();
    if (openedAt != null) {
      lines.add(page.text("messages.formal.opened", page.formats().moment(openedAt)));
    }
    var lastDay = formal.lastDay();
    if (lastDay != null && (openedAt == null || formal.missed() != null)) {
      var key = (isOver(formal) ? "over" : "until") + (formal.deemed() ? ".deemed" : "");
      lines.add(page.text("messages.formal." + key, page.formats().date(lastDay)));
    }
    return lines;
  }

  private List<String> meaning(Formality formal, Page page) {
    var meaning = new ArrayList<String>();
    meaning.add(page.text("messages.formal.means.moment"));
    meaning.add(page.text("messages.formal.means." + code(formal)));
    var lastDay = formal.lastDay();
    if (lastDay != null && !isOver(formal)) {
      meaning.add(
          page.text(
              "messages.formal.means." + (formal.deemed() ? "deemed" : "told"),
              page.formats().date(lastDay)));
    } else if (lastDay != null && formal.deemed()) {
      meaning.add(page.text("messages.formal.over.deemed", page.formats().date(lastDay)));
    }
    return meaning;
  }

  private boolean isOver(Formality formal) {
    var over = formal.delivery().over();
    return over != null && !clock.instant().isBefore(over);
  }

  /** The key of the text that names a kind. */
  static String kindKey(Formal.Kind kind) {
    return "messages.formal.kind." + kind.name().toLowerCase(Locale.ROOT);
  }

  private static String code(Formality formal) {
    return formal.kind().name().toLowerCase(Locale.ROOT);
  }
}
