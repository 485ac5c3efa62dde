package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.platform.database.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code messages_letter} and {@code messages_document}. */
@Repository
class Letters {

  private static final String COLUMNS =
      "letter.id AS letter_id, thread_id, kind, written_at, answered_at, body";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Letters(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /** Adds a message; false, and nothing added, when the thread has one from the same source. */
  boolean add(
      AccountId account,
      ThreadId thread,
      UUID id,
      MessageKind kind,
      Instant writtenAt,
      byte[] source,
      Body body) {
    return jdbc.sql(
                """
                INSERT INTO messages_letter (id, thread_id, kind, written_at, source, body)
                VALUES (:id, :thread, :kind, :at, :source, :body)
                ON CONFLICT (thread_id, source) DO NOTHING
                """)
            .param("id", id)
            .param("thread", thread.value())
            .param("kind", kind.code())
            .param("at", writtenAt.atOffset(ZoneOffset.UTC))
            .param("source", source)
            .param("body", vault.seal(account, body, bodyContext(id)))
            .update()
        == 1;
  }

  /** Adds the first message to a thread, if that has begun. */
  Write beginning(
      AccountId account,
      ThreadId thread,
      UUID id,
      MessageKind kind,
      Instant writtenAt,
      byte[] source,
      Body body) {
    return new Write(
        """
        INSERT INTO messages_letter (id, thread_id, kind, written_at, source, body)
        SELECT ?, id, ?, ?, ?, ? FROM messages_thread WHERE id = ?
        """,
        List.of(
            id,
            kind.code(),
            writtenAt.atOffset(ZoneOffset.UTC),
            source,
            vault.seal(account, body, bodyContext(id)),
            thread.value()));
  }

  void addDocument(AccountId account, UUID message, UUID id, byte[] content) {
    jdbc.sql(
            """
            INSERT INTO messages_document (id, letter_id, content)
            VALUES (:id, :message, :content)
            """)
        .param("id", id)
        .param("message", message)
        .param("content", vault.sealContent(account, content, documentContext(id)))
        .update();
  }

  /** A thread's newest messages, newest first. */
  List<Letter> ofThread(AccountId account, ThreadId thread, @Nullable UUID before, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM messages_letter letter WHERE thread_id = :thread"
                + (before == null ? "" : " AND id < :before")
                + " ORDER BY id DESC LIMIT :limit")
        .param("thread", thread.value())
        .param("before", before)
        .param("limit", limit)
        .query((row, _) -> letter(row, account, vault))
        .list();
  }

  /** The messages of several threads, newest first, at most {@code limit}. */
  Map<ThreadId, List<Letter>> ofThreads(
      AccountId account, Collection<ThreadId> threads, int limit) {
    record Found(ThreadId thread, Letter letter) {}
    return jdbc
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM messages_letter letter WHERE thread_id = ANY (:threads) ORDER BY id DESC LIMIT :limit")
        .param("threads", threads.stream().map(ThreadId::value).toArray(UUID[]::new))
        .param("limit", limit)
        .query((row, _) ->
            new Found(
                new ThreadId(row.getObject("thread_id", UUID.class)), letter(row, account, vault)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Found::thread, Collectors.mapping(Found::letter, Collectors.toList())));
  }

  Optional<Letter> find(AccountId account, ThreadId thread, UUID message) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM messages_letter letter WHERE thread_id = :thread AND id = :id")
        .param("thread", thread.value())
        .param("id", message)
        .query((row, _) -> letter(row, account, vault))
        .optional();
  }

  /** The questions of a thread that wait for an answer, oldest first. */
  List<Letter> waiting(AccountId account, ThreadId thread) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM messages_letter letter WHERE thread_id = :thread AND kind = 'question'"
                + " AND answered_at IS NULL ORDER BY id LIMIT 10")
        .param("thread", thread.value())
        .query((row, _) -> letter(row, account, vault))
        .list();
  }

  /** The portal's confirmation, with the receipt. */
  Optional<Letter> receipt(AccountId account, ThreadId thread) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM messages_letter letter WHERE thread_id = :thread AND kind = 'receipt' ORDER BY id LIMIT 1")
        .param("thread", thread.value())
        .query((row, _) -> letter(row, account, vault))
        .optional();
  }

  /** A question of the thread. */
  Optional<Letter> question(AccountId account, ThreadId thread, UUID id) {
    return find(account, thread, id).filter(letter -> letter.kind() == MessageKind.QUESTION);
  }

  /** Notes that a question is answered; false when it was before. */
  boolean answered(UUID question) {
    return heeded(question, MessageKind.QUESTION, clock.instant());
  }

  /** Notes that a formal delivery is open; false when it was before. */
  boolean opened(UUID letter, Instant at) {
    return heeded(letter, MessageKind.FORMAL, at);
  }

  private boolean heeded(UUID letter, MessageKind kind, Instant at) {
    return jdbc.sql(
                """
                UPDATE messages_letter SET answered_at = :at
                WHERE id = :id AND kind = :kind AND answered_at IS NULL
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", letter)
            .param("kind", kind.code())
            .update()
        == 1;
  }

  /** Whether a question of the thread waits for an answer. */
  boolean asks(ThreadId thread) {
    return anyUnheeded(thread, MessageKind.QUESTION);
  }

  /** Whether a formal delivery of the thread waits to be opened. */
  boolean anyUnopened(ThreadId thread) {
    return anyUnheeded(thread, MessageKind.FORMAL);
  }

  private boolean anyUnheeded(ThreadId thread, MessageKind kind) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM messages_letter
              WHERE thread_id = :thread AND kind = :kind AND answered_at IS NULL)
            """)
        .param("thread", thread.value())
        .param("kind", kind.code())
        .query(Boolean.class)
        .single();
  }

  /** A document of a thread; the thread's owner has been checked. */
  Optional<Document> document(AccountId account, ThreadId thread, UUID id) {
    return jdbc.sql(
            """
            SELECT letter.id AS letter_id, thread_id, kind, written_at, answered_at, body, content
            FROM messages_document document JOIN messages_letter letter ON letter.id = document.letter_id
            WHERE document.id = :id AND thread_id = :thread
            """)
        .param("id", id)
        .param("thread", thread.value())
        .query((row, _) -> document(row, account, id))
        .optional()
        .flatMap(found -> found);
  }

  /** Empty when it came with a formal delivery that was not opened. */
  private Optional<Document> document(ResultSet row, AccountId account, UUID id)
      throws SQLException {
    var content = row.getBytes("content");
    return letter(row, account, vault).body().files().stream()
        .filter(file -> id.equals(file.id()))
        .findFirst()
        .map(file -> new Document(file, vault.openContent(account, content, documentContext(id))));
  }

  /** A formal delivery that was not opened, and whose it is. */
  record Unopened(UUID letter, AccountId account, ThreadId thread, RequestId request) {}

  Optional<Unopened> unopened(UUID letter) {
    return jdbc.sql(
            """
            SELECT account_id, thread.id AS thread_id, request_id
            FROM messages_letter letter JOIN messages_thread thread ON thread.id = thread_id
            WHERE letter.id = :id AND kind = 'formal' AND answered_at IS NULL
            """)
        .param("id", letter)
        .query((row, _) ->
            new Unopened(
                letter,
                new AccountId(row.getObject("account_id", UUID.class)),
                new ThreadId(row.getObject("thread_id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class))))
        .optional();
  }

  /** A formal delivery as it is stored, whether it was opened or not. */
  Optional<Letter> whole(Unopened delivery) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM messages_letter letter WHERE thread_id = :thread AND id = :id"
                + " AND kind = 'formal'")
        .param("thread", delivery.thread().value())
        .param("id", delivery.letter())
        .query((row, _) -> whole(row, delivery.account(), vault))
        .optional();
  }

  /** Keeps a formal delivery's body with its evidence. */
  void keep(Unopened delivery, Body body) {
    jdbc.sql("UPDATE messages_letter SET body = :body WHERE id = :id")
        .param("body", vault.seal(delivery.account(), body, bodyContext(delivery.letter())))
        .param("id", delivery.letter())
        .update();
  }

  /** A message as it may be read: nothing of a formal delivery before it is opened. */
  static Letter letter(ResultSet row, AccountId account, Vault vault) throws SQLException {
    var letter = whole(row, account, vault);
    return letter.kind() == MessageKind.FORMAL && letter.answeredAt() == null
        ? new Letter(letter.id(), letter.kind(), letter.writtenAt(), null, letter.body().covered())
        : letter;
  }

  private static Letter whole(ResultSet row, AccountId account, Vault vault) throws SQLException {
    var id = row.getObject("letter_id", UUID.class);
    var answeredAt = row.getObject("answered_at", OffsetDateTime.class);
    return new Letter(
        id,
        MessageKind.ofCode(row.getString("kind")),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        answeredAt == null ? null : answeredAt.toInstant(),
        vault.open(account, row.getBytes("body"), bodyContext(id), Body.class));
  }

  private static String bodyContext(UUID id) {
    return "messages_letter.body/" + id;
  }

  private static String documentContext(UUID id) {
    return "messages_document.content/" + id;
  }

  /** A document with its content. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Document(Body.File file, byte[] content) {}
}
