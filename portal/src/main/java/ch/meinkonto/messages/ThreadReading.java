package ch.meinkonto.messages;

import static java.util.Comparator.comparing;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.calendar.Subscriptions.Subscription;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.request.RequestEnvelope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a thread and puts it into the reader's words. */
@Component
class ThreadReading {

  private static final int SIZE = 50;

  private final Letters messages;
  private final Wording wording;
  private final CityNames names;
  private final FormalReading formal;

  ThreadReading(Letters messages, Wording wording, CityNames names, FormalReading formal) {
    this.messages = messages;
    this.wording = wording;
    this.names = names;
    this.formal = formal;
  }

  /**
   * The thread as its page shows it.
   *
   * @param before from which message on upwards; null for the newest
   * @param draft what the reader typed and has to correct; null when nothing
   */
  ThreadView view(
      AccountId account,
      OpenedThread thread,
      @Nullable UUID before,
      @Nullable AnswerDraft draft,
      Page page) {
    var path = "/mitteilungen/" + thread.id();
    var letters = messages.ofThread(account, thread.id(), before, SIZE + 1);
    var shown = letters.stream().limit(SIZE).toList().reversed();
    return new ThreadView(
        path,
        names.service(thread.subject(), page.locale()),
        names.unit(thread.subject(), page.locale()),
        thread.subject().reference(),
        thread.subject().actor(),
        wording.tag(thread, page),
        position(thread, letters, page),
        shown.stream().map(letter -> entry(letter, thread, path, page)).toList(),
        letters.size() <= SIZE ? null : path + "?vor=" + shown.getFirst().id(),
        before == null ? questions(account, thread, draft) : List.of(),
        thread.archived(),
        RequestEnvelope.withdrawable(thread.state()));
  }

  /** As long as the request may go on; what the unit said last counts, however late it came. */
  private static ThreadView.@Nullable Position position(
      OpenedThread thread, List<Letter> letters, Page page) {
    return letters.stream()
        .filter(letter -> letter.body().isListPosition() && !Correspondence.over(thread.state()))
        .max(comparing(Letter::writtenAt))
        .map(letter ->
            new ThreadView.Position(
                letter.body().text().lines().toList(), page.formats().moment(letter.writtenAt())))
        .orElse(null);
  }

  private ThreadView.Entry entry(Letter letter, OpenedThread thread, String path, Page page) {
    return new ThreadView.Entry(
        letter.id().toString(),
        letter.kind().code(),
        wording.from(letter, thread.subject(), page),
        page.formats().moment(letter.writtenAt()),
        letter.writtenAt().toString(),
        wording.sentence(letter, thread.subject(), page),
        letter.body().hasCalendar() ? List.of() : PlainText.paragraphs(letter.body().text()),
        letter.body().files().stream().map(file -> file(file, path, page)).toList(),
        letter.answeredAt() != null,
        Wording.isReaders(letter),
        letter.body().formal() == null ? null : formal.view(thread, letter, null, page),
        letter.body().hasCalendar() ? Subscription.at(letter.body().text()) : null);
  }

  private static ThreadView.File file(Body.File file, String path, Page page) {
    var size = Wording.size(file.size());
    return file.id() == null
        ? new ThreadView.File(file.name(), page.text("messages.file.only-unit", size), null)
        : new ThreadView.File(file.name(), size, path + "/dokumente/" + file.id());
  }

  private List<ThreadView.OpenQuestion> questions(
      AccountId account, OpenedThread thread, @Nullable AnswerDraft draft) {
    if (!thread.asks()) {
      return List.of();
    }
    return messages.waiting(account, thread.id()).stream()
        .map(letter -> question(thread, letter, draft))
        .toList();
  }

  private static ThreadView.OpenQuestion question(
      OpenedThread thread, Letter letter, @Nullable AnswerDraft draft) {
    var own = draft != null && draft.question().equals(letter.id()) ? draft : null;
    var text = letter.body().text();
    return new ThreadView.OpenQuestion(
        letter.id().toString(),
        text.length() <= 120 ? text : text.substring(0, 120).strip() + " …",
        letter.body().uploads(),
        own == null ? "" : own.text(),
        own == null ? null : own.textError(),
        own == null ? null : own.filesError(),
        letter.body().fields() == null
            ? null
            : "/mitteilungen/" + thread.id() + "/antwort/" + letter.id());
  }
}
