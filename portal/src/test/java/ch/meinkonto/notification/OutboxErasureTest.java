package ch.meinkonto.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.testing.LongTime;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What cannot be sent does not lie in the outbox for ever. */
class OutboxErasureTest {

  private static final String TASK =
      "scheduled_tasks WHERE task_name = 'notification-send' AND task_instance = ?";

  @Test
  void aNoticeThatNobodyTakesIsGivenUpAfterTwoDays() {
    var id = tellNobody();
    soon(() -> failures(id) == 1);

    LongTime.clock().tick(Backoff.GIVEN_UP_AFTER.minus(Backoff.LONGEST));
    soon(() -> failures(id) == 2);
    assertThat(waiting(id)).isOne();

    LongTime.clock().tick(Backoff.LONGEST);
    soon(() -> LongTime.rows(TASK, id.toString()) == 0);
    assertThat(waiting(id)).isZero();
  }

  private static UUID tellNobody() {
    return LongTime.bean(TransactionTemplate.class)
        .execute(_ -> {
          LongTime.bean(Notifications.class)
              .tell(new Notice("new-message", "no address", Locale.GERMAN, Map.of()));
          return LongTime.bean(JdbcClient.class)
              .sql("SELECT id FROM notification_outbox ORDER BY id DESC LIMIT 1")
              .query(UUID.class)
              .single();
        });
  }

  private static int waiting(UUID id) {
    return LongTime.rows("notification_outbox WHERE id = ?", id);
  }

  private static int failures(UUID id) {
    return LongTime.bean(JdbcClient.class)
        .sql("SELECT coalesce(sum(consecutive_failures), 0) FROM " + TASK + " AND NOT picked")
        .param(id.toString())
        .query(Integer.class)
        .single();
  }

  private static void soon(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(20)).until(condition);
  }
}
