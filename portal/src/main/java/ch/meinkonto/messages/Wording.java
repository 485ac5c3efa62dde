package ch.meinkonto.messages;

import ch.meinkonto.contract.RequestState;
import ch.meinkonto.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says in plain words what a message tells and how a request stands. */
@Component
class Wording {

  private static final int EXCERPT = 140;
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final Set<String> OF_DRAWS =
      Set.of(RequestState.RECEIVED.code(), RequestState.NOT_DRAWN.code());

  private final CityNames names;
  private final Clock clock;

  Wording(CityNames names, Clock clock) {
    this.names = names;
    this.clock = clock;
  }

  InboxView.Tag tag(OpenedThread thread, Page page) {
    if (thread.unopened()) {
      return new InboxView.Tag(page.text("messages.tag.formal"), "danger");
    }
    if (thread.asks()) {
      return new InboxView.Tag(page.text("messages.tag.asks"), "warning");
    }
    return switch (thread.state()) {
      case ENTERED -> new InboxView.Tag(page.text("messages.tag.entered"), "info");
      case NOT_DRAWN -> new InboxView.Tag(page.text("messages.tag.not-drawn"), "");
      case RECEIVED, FETCHED -> new InboxView.Tag(page.text("messages.tag.sent"), "");
      case ACCEPTED -> new InboxView.Tag(page.text("messages.tag.accepted"), "info");
      case REJECTED -> new InboxView.Tag(page.text("messages.tag.rejected"), "danger");
      case IN_PROGRESS, QUESTION_ASKED ->
          new InboxView.Tag(page.text("messages.tag.in-progress"), "info");
      case DECIDED -> new InboxView.Tag(page.text("messages.tag.decided"), "success");
      case WITHDRAWN -> new InboxView.Tag(page.text("messages.tag.withdrawn"), "");
      case CLOSED -> new InboxView.Tag(page.text("messages.tag.closed"), "");
    };
  }

  String excerpt(OpenedThread thread, Page page) {
    var letter = thread.newest();
    if (letter == null) {
      return "";
    }
    var sentence = sentence(letter, thread.subject(), page);
    var text = (sentence + " " + letter.body().text()).strip().replaceAll("\\s+", " ");
    var from = letter.kind() == MessageKind.ANSWER ? page.text("messages.you") + ": " : "";
    return from + (text.length() <= EXCERPT ? text : text.substring(0, EXCERPT).strip() + " …");
  }

  /** What the portal says by itself; empty for what people write. */
  String sentence(Letter letter, Subject subject, Page page) {
    return switch (letter.kind()) {
      case RECEIPT ->
          subject.actor() != null
              ? page.text("messages.receipt.acted", subject.reference(), subject.actor())
              : page.text(
                  letter.body().inDraw() ? "messages.receipt.entered" : "messages.receipt.sentence",
                  subject.reference());
      case STATE -> page.text(stateKey(letter), names.unit(subject, page.locale()));
      case FORMAL ->
          page.text(
              letter.answeredAt() == null ? "messages.formal.sentence" : "messages.formal.read",
              names.unit(subject, page.locale()));
      case MESSAGE, QUESTION, ANSWER -> "";
    };
  }

  String from(Letter letter, Subject subject, Page page) {
    return switch (letter.kind()) {
      case STATE ->
          isUnits(letter) ? names.unit(subject, page.locale()) : readersOrPortals(letter, page);
      case RECEIPT, ANSWER -> readersOrPortals(letter, page);
      case MESSAGE, FORMAL, QUESTION -> names.unit(subject, page.locale());
    };
  }

  private static String readersOrPortals(Letter letter, Page page) {
    return page.text(isReaders(letter) ? "messages.you" : "messages.portal");
  }

  /** Today 09:12, yesterday, 3 November, 3 November 2025. */
  String when(Instant moment, Page page) {
    var at = moment.atZone(ZONE);
    var day = at.toLocalDate();
    var today = LocalDate.ofInstant(clock.instant(), ZONE);
    if (day.equals(today)) {
      return page.text("messages.today", TIME.format(at));
    }
    if (day.equals(today.minusDays(1))) {
      return page.text("messages.yesterday", TIME.format(at));
    }
    if (day.getYear() == today.getYear()) {
      var pattern = page.locale().getLanguage().equals("de") ? "d. MMMM" : "d MMMM";
      return DateTimeFormatter.ofPattern(pattern, page.locale()).format(day);
    }
    return page.formats().date(day);
  }

  /** 88 KB, 1.2 MB. */
  static String size(int bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    if (bytes < 1_000_000) {
      return Math.round(bytes / 1000.0) + " KB";
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
  }

  /** Whether the reader wrote it: an answer, or that they take the request back. */
  static boolean isReaders(Letter letter) {
    return letter.kind() == MessageKind.ANSWER
        || RequestState.WITHDRAWN.code().equals(letter.body().state());
  }

  /** Whether a state comes with the unit’s own words; how a draw went the portal says. */
  private static boolean isUnits(Letter letter) {
    var state = letter.body().state();
    return !isReaders(letter)
        && !letter.body().text().isEmpty()
        && state != null
        && !OF_DRAWS.contains(state);
  }

  private static String stateKey(Letter letter) {
    var code = letter.body().state();
    return "messages.state." + (code == null ? RequestState.IN_PROGRESS.code() : code);
  }
}
