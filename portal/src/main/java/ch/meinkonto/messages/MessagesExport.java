package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.PersonalDataSource;
import ch.meinkonto.account.ReadablePart;
import ch.meinkonto.platform.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** All threads, messages and documents of a person, for the export of their data. */
@Component
@Order(100)
class MessagesExport implements PersonalDataSource {

  private static final int STRETCH = 100;

  /** Larger documents, all in all, are not inside but under their address. */
  private static final int INSIDE = 16 * 1024 * 1024;

  private final Threads threads;
  private final Letters messages;
  private final CityNames names;
  private final ExportReading reading;

  MessagesExport(Threads threads, Letters messages, CityNames names, ExportReading reading) {
    this.threads = threads;
    this.messages = messages;
    this.names = names;
    this.reading = reading;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public Object export(AccountId account, Locale language) {
    var budget = new Budget(INSIDE);
    return threads(account).stream()
        .map(thread ->
            new ExportedThread(
                thread.subject().reference(),
                names.service(thread.subject(), language),
                names.unit(thread.subject(), language),
                thread.state().code(),
                thread.archived(),
                letters(account, thread).stream()
                    .map(letter -> message(account, thread.id(), letter, budget))
                    .toList()))
        .toList();
  }

  @Override
  public ReadablePart readable(AccountId account, Page page) {
    var chapters =
        threads(account).stream()
            .map(thread -> reading.chapter(thread, letters(account, thread), page))
            .toList();
    return new ReadablePart(page.text("messages.export.title"), chapters);
  }

  private List<OpenedThread> threads(AccountId account) {
    var all = new ArrayList<OpenedThread>();
    while (true) {
      var last = all.isEmpty() ? null : all.getLast().lastMessageId();
      var stretch = threads.page(account, Folder.ALL, last, STRETCH);
      all.addAll(stretch);
      if (stretch.size() < STRETCH) {
        return all;
      }
    }
  }

  private List<Letter> letters(AccountId account, OpenedThread thread) {
    return messages.ofThread(account, thread.id(), null, Integer.MAX_VALUE).reversed();
  }

  private ExportedMessage message(
      AccountId account, ThreadId thread, Letter letter, Budget budget) {
    var body = letter.body();
    var formal = body.formal();
    return new ExportedMessage(
        letter.kind().code(),
        letter.writtenAt(),
        body.text(),
        body.state(),
        formal == null ? body.receipt() : formal.evidence(),
        body.files().stream().map(file -> document(account, thread, file, budget)).toList());
  }

  private ExportedDocument document(
      AccountId account, ThreadId thread, Body.File file, Budget budget) {
    if (file.id() == null) {
      return new ExportedDocument(file.name(), file.mediaType(), file.size(), null, null);
    }
    if (!budget.allows(file.size())) {
      return new ExportedDocument(
          file.name(),
          file.mediaType(),
          file.size(),
          null,
          "/mitteilungen/" + thread + "/dokumente/" + file.id());
    }
    return new ExportedDocument(
        file.name(),
        file.mediaType(),
        file.size(),
        messages
            .document(account, thread, file.id())
            .map(document -> Base64.getEncoder().encodeToString(document.content()))
            .orElse(null),
        null);
  }

  /** A thread as it is exported. */
  public record ExportedThread(
      String reference,
      String service,
      String unit,
      String state,
      boolean archived,
      List<ExportedMessage> messages) {}

  /** A message as it is exported. */
  public record ExportedMessage(
      String kind,
      Instant writtenAt,
      String text,
      @Nullable String state,
      @Nullable String receipt,
      List<ExportedDocument> documents) {}

  /** A document: its content in base64, or, when there is too much of it, its address. */
  public record ExportedDocument(
      String name,
      String mediaType,
      int size,
      @Nullable String content,
      @Nullable String address) {}

  private static final class Budget {
    private long left;

    Budget(long bytes) {
      this.left = bytes;
    }

    boolean allows(int size) {
      if (size > left) {
        return false;
      }
      left -= size;
      return true;
    }
  }
}
