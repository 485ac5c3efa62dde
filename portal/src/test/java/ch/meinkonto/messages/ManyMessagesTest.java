package ch.meinkonto.messages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.database.DatabaseServer;
import ch.meinkonto.testing.FullAccess;
import ch.meinkonto.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * With very many messages the database still goes straight to a person's own. The rows are rolled
 * back.
 */
@PortalTest
@Transactional
class ManyMessagesTest {

  @Autowired JdbcClient jdbc;
  @Autowired DatabaseServer database;
  private UUID account = UUID.randomUUID();

  @BeforeEach
  void tenThousandPeopleWithFiveThreadsEachAndOneOfThemLong() {
    jdbc.sql(
            """
            INSERT INTO messages_thread
              (id, account_id, request_id, state, unread, last_letter_id, archived_at, subject)
            SELECT md5('t' || n)::uuid, md5('a' || n % 10000)::uuid, md5('r' || n)::uuid, 'accepted',
                   CASE WHEN n % 20 = 0 THEN 1 ELSE 0 END, md5('m' || n)::uuid,
                   CASE WHEN n % 3 = 0 THEN now() END, '\\x00'
            FROM generate_series(1, 50000) n
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO messages_letter (id, thread_id, kind, written_at, source, body)
            SELECT md5('m' || n)::uuid, md5('t' || n % 50000 + 1)::uuid, 'message', now(),
                   decode(md5('s' || n), 'hex'), '\\x00'::bytea
            FROM generate_series(1, 100000) n
            UNION ALL
            SELECT md5('l' || n)::uuid, md5('t7')::uuid, 'message', now(),
                   decode(md5('l' || n), 'hex'), '\\x00'::bytea
            FROM generate_series(1, 2000) n
            """)
        .update();
    FullAccess.take(jdbc, database); // for statistics of rows that only this transaction sees
    jdbc.sql("ANALYZE messages_thread").update();
    jdbc.sql("ANALYZE messages_letter").update();
    account = jdbc.sql("SELECT md5('a7')::uuid").query(UUID.class).single();
  }

  @Test
  void theInboxIsReadFromItsIndexInOrder() {
    assertThat(plan(Threads.pageQuery(Folder.INBOX, true)))
        .contains("messages_thread_inbox", "messages_letter_pkey")
        .doesNotContain("Seq Scan", "Sort");
  }

  @Test
  void theArchiveAndTheUnreadHaveTheirs() {
    assertThat(plan(Threads.pageQuery(Folder.ARCHIVE, true)))
        .contains("messages_thread_archive")
        .doesNotContain("Seq Scan", "Sort");
    assertThat(plan(Threads.pageQuery(Folder.UNREAD, true)))
        .contains("messages_thread_unread")
        .doesNotContain("Seq Scan", "Sort");
  }

  @Test
  void theNumberInTheFrameNeedsOnlyItsSmallIndex() {
    assertThat(plan(Threads.UNREAD_QUERY))
        .contains("messages_thread_unread")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aLongThreadIsReadFromItsIndex() {
    assertThat(
            plan(
                "SELECT * FROM messages_letter WHERE thread_id = md5('t7')::uuid"
                    + " ORDER BY id DESC LIMIT 51"))
        .contains("messages_letter_by_thread")
        .doesNotContain("Seq Scan", "Sort");
  }

  private String plan(String query) {
    return String.join(
        "\n",
        jdbc.sql("EXPLAIN " + query)
            .param("account", account)
            .param("before", UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff"))
            .param("limit", 20)
            .query(String.class)
            .list());
  }
}
