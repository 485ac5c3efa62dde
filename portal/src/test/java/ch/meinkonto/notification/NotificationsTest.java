package ch.meinkonto.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class NotificationsTest {

  @Autowired Notifications notifications;
  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Mailbox mailbox;

  @Test
  void mayaGetsHerCodeInHerLanguage() {
    notifications.tell(code("maya.code@example.org", Locale.ENGLISH));

    var mail = mailbox.awaitMail("maya.code@example.org", "Your code");

    assertThat(mail.text()).contains("\n123456\n").contains("10 minutes");
    assertThat(mail.raw()).contains("Auto-Submitted: auto-generated").contains("text/html");
  }

  @Test
  void noMailHasALink() {
    notifications.tell(new Notice("new-message", "maya.link@example.org", Locale.GERMAN, Map.of()));

    var mail = mailbox.awaitMail("maya.link@example.org", "neue Mitteilung");

    assertThat(mail.raw()).doesNotContain("http").doesNotContain("href");
  }

  @Test
  void nothingIsToldWhenTheCallersTransactionFails() {
    transaction.executeWithoutResult(status -> {
      notifications.tell(code("never@example.org", Locale.GERMAN));
      status.setRollbackOnly();
    });
    notifications.tell(code("after@example.org", Locale.GERMAN));

    mailbox.awaitMail("after@example.org", "Code");
    assertThat(mailbox.mails("never@example.org")).isEmpty();
  }

  @Test
  void theOutboxIsSealedAndEmptiesItself() {
    var id = outbox.add(code("klartext@example.org", Locale.GERMAN));
    assertThat(
            jdbc.sql("SELECT encode(sealed, 'escape') FROM notification_outbox WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .doesNotContain("klartext")
        .doesNotContain("123456");
    outbox.erase(id);

    notifications.tell(code("empties@example.org", Locale.GERMAN));
    mailbox.awaitMail("empties@example.org", "Code");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbc.sql("SELECT count(*) FROM notification_outbox").query(Integer.class).single(),
            waiting -> waiting == 0);
  }

  private static Notice code(String email, Locale locale) {
    return new Notice("registration-code", email, locale, Map.of("code", "123456"));
  }
}
