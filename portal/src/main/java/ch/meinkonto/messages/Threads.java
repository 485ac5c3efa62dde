package ch.meinkonto.messages;

import static java.util.Objects.requireNonNull;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.platform.database.Write;
import ch.meinkonto.platform.memory.NodeMemories;
import ch.meinkonto.platform.memory.NodeMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code messages_thread}: whose threads there are and how they stand. */
@Repository
class Threads {

  /** Accounts whose number of unread threads a node remembers. */
  private static final int REMEMBERED = 50_000;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;
  private final NodeMemory<Integer> unread;

  Threads(JdbcClient jdbc, Vault vault, Clock clock, NodeMemories memories) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
    this.unread = memories.open("unread", REMEMBERED);
  }

  /** Opens the thread of a request, or finds the one there is. */
  ThreadId open(
      AccountId account, RequestId request, RequestState state, Subject subject, UUID message) {
    beginning(ThreadId.next(), account, request, state, subject, message, 0).by(jdbc);
    return of(request).orElseThrow();
  }

  /** Begins the thread of a request, unless there is one. */
  Write beginning(
      ThreadId id,
      AccountId account,
      RequestId request,
      RequestState state,
      Subject subject,
      UUID message,
      int unread) {
    changed(account.value());
    return new Write(
        """
        INSERT INTO messages_thread
          (id, account_id, request_id, state, unread, last_letter_id, subject)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (request_id) DO NOTHING
        """,
        List.of(
            id.value(),
            account.value(),
            request.value(),
            state.code(),
            unread,
            message,
            vault.seal(account, subject, subjectContext(id))));
  }

  Optional<ThreadId> of(RequestId request) {
    return jdbc.sql("SELECT id FROM messages_thread WHERE request_id = :request")
        .param("request", request.value())
        .query(UUID.class)
        .optional()
        .map(ThreadId::new);
  }

  /** A thread of this account; nobody else's. */
  Optional<OpenedThread> find(AccountId account, ThreadId id) {
    return jdbc.sql(
            """
            SELECT id, request_id, state, asks, unopened, unread, last_letter_id, archived_at, subject
            FROM messages_thread WHERE id = :id AND account_id = :account
            """)
        .param("id", id.value())
        .param("account", account.value())
        .query((row, _) -> thread(row, account, null))
        .optional();
  }

  /** Threads with their newest message, those with the newest one first. */
  List<OpenedThread> page(AccountId account, Folder folder, @Nullable UUID before, int limit) {
    return jdbc.sql(pageQuery(folder, before != null))
        .param("account", account.value())
        .param("before", before)
        .param("limit", limit)
        .query((row, _) -> thread(row, account, Letters.letter(row, account, vault)))
        .list();
  }

  /** For the page, and for the test that looks at its plan. */
  static String pageQuery(Folder folder, boolean further) {
    return """
    SELECT thread.id, request_id, state, asks, unopened, unread, last_letter_id, archived_at, subject,
           letter.id AS letter_id, kind, written_at, answered_at, body
    FROM messages_thread thread JOIN messages_letter letter ON letter.id = thread.last_letter_id
    WHERE account_id = :account AND %s %s
    ORDER BY last_letter_id DESC LIMIT :limit
    """
        .formatted(folder.condition(), further ? "AND last_letter_id < :before" : "");
  }

  /** The newest message that came in from elsewhere: counted as unread, and out of the archive. */
  void received(ThreadId id, RequestState state, UUID message, boolean asks) {
    jdbc.sql(
            """
            UPDATE messages_thread
            SET state = :state, unread = unread + 1, archived_at = NULL, asks = :asks,
                last_letter_id = greatest(last_letter_id, :message)
            WHERE id = :id RETURNING account_id
            """)
        .param("state", state.code())
        .param("message", message)
        .param("asks", asks)
        .param("id", id.value())
        .query(UUID.class)
        .list()
        .forEach(this::changed);
  }

  /** Notes whether a formal delivery waits to be opened. */
  void formal(ThreadId id, boolean unopened) {
    jdbc.sql("UPDATE messages_thread SET unopened = :unopened WHERE id = :id")
        .param("unopened", unopened)
        .param("id", id.value())
        .update();
  }

  /** The resident has written. */
  void written(ThreadId id, UUID message, boolean asks) {
    jdbc.sql(
            """
            UPDATE messages_thread
            SET asks = :asks, last_letter_id = greatest(last_letter_id, :message)
            WHERE id = :id
            """)
        .param("message", message)
        .param("asks", asks)
        .param("id", id.value())
        .update();
  }

  /** The resident has taken the request back. */
  void withdrawn(ThreadId id, UUID message) {
    jdbc.sql(
            """
            UPDATE messages_thread
            SET state = 'withdrawn', asks = false,
                last_letter_id = greatest(last_letter_id, :message)
            WHERE id = :id
            """)
        .param("message", message)
        .param("id", id.value())
        .update();
  }

  /** Marks as read what was seen; what came in meanwhile stays unread. */
  void read(ThreadId id, UUID seen) {
    jdbc.sql(
            """
            UPDATE messages_thread SET unread = 0
            WHERE id = :id AND unread > 0 AND last_letter_id = :seen RETURNING account_id
            """)
        .param("id", id.value())
        .param("seen", seen)
        .query(UUID.class)
        .list()
        .forEach(this::changed);
  }

  boolean unread(AccountId account, ThreadId id) {
    return change(account, id, "unread = greatest(unread, 1)");
  }

  boolean archive(AccountId account, ThreadId id) {
    return change(account, id, "archived_at = coalesce(archived_at, :now)");
  }

  boolean unarchive(AccountId account, ThreadId id) {
    return change(account, id, "archived_at = NULL");
  }

  /** How many threads have something unread, not counting what was put away. */
  int unreadThreads(UUID account) {
    var number =
        unread.get(
            account.toString(),
            _ -> jdbc.sql(UNREAD_QUERY).param("account", account).query(Integer.class).single());
    return requireNonNull(number);
  }

  /** How many threads have a formal delivery that waits to be opened, put away or not. */
  int unopenedThreads(AccountId account) {
    return jdbc.sql(
            "SELECT count(*)::int FROM messages_thread WHERE account_id = :account AND unopened")
        .param("account", account.value())
        .query(Integer.class)
        .single();
  }

  static final String UNREAD_QUERY =
      """
      SELECT count(*)::int FROM messages_thread
      WHERE account_id = :account AND unread > 0 AND archived_at IS NULL
      """;

  /** Erases all of an account: threads, messages, documents. */
  void erase(UUID account) {
    jdbc.sql("DELETE FROM messages_thread WHERE account_id = :account")
        .param("account", account)
        .update();
    changed(account);
  }

  private void changed(UUID account) {
    unread.changed(account.toString());
  }

  private boolean change(AccountId account, ThreadId id, String what) {
    var changed =
        jdbc.sql("UPDATE messages_thread SET " + what + " WHERE id = :id AND account_id = :account")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", id.value())
            .param("account", account.value())
            .update();
    changed(account.value());
    return changed == 1;
  }

  private OpenedThread thread(ResultSet row, AccountId account, @Nullable Letter newest)
      throws SQLException {
    var id = new ThreadId(row.getObject("id", UUID.class));
    return new OpenedThread(
        id,
        new RequestId(row.getObject("request_id", UUID.class)),
        RequestState.ofCode(row.getString("state")),
        row.getBoolean("asks"),
        row.getBoolean("unopened"),
        row.getInt("unread"),
        row.getObject("last_letter_id", UUID.class),
        row.getObject("archived_at") != null,
        vault.open(account, row.getBytes("subject"), subjectContext(id), Subject.class),
        newest);
  }

  private static String subjectContext(ThreadId id) {
    return "messages_thread.subject/" + id;
  }
}
