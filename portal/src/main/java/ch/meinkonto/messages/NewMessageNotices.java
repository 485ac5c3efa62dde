package ch.meinkonto.messages;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.notification.Notifications;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that there is something new: at once, then at most every ten minutes, and only while
 * something is still unread. What it is stands in the portal alone.
 */
@Component
class NewMessageNotices {

  static final Duration PAUSE = Duration.ofMinutes(10);

  private final Accounts accounts;
  private final Threads threads;
  private final Notifications notifications;
  private final Scheduler scheduler;
  private final JdbcClient jdbc;
  private final Clock clock;

  NewMessageNotices(
      Accounts accounts,
      Threads threads,
      Notifications notifications,
      Scheduler scheduler,
      JdbcClient jdbc,
      Clock clock) {
    this.accounts = accounts;
    this.threads = threads;
    this.notifications = notifications;
    this.scheduler = scheduler;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** There is a new message of that kind; part of the caller's transaction. */
  void somethingNew(AccountId id, MessageKind kind) {
    var account = accounts.find(id).orElse(null);
    if (account == null || !wanted(account, kind)) {
      return;
    }
    if (mayTell(id)) {
      tell(account, kind == MessageKind.STATE ? "request-progress" : "new-message");
    } else {
      scheduler.scheduleIfNotExists(
          NoticeTask.LATER.instance(id.toString()).scheduledTo(clock.instant().plus(PAUSE)));
    }
  }

  /**
   * A formal delivery has arrived; part of the caller's transaction. It may start a time that the
   * law counts, so nobody is spared the notice.
   */
  void formalDelivery(AccountId id) {
    accounts.find(id).ifPresent(account -> tell(account, "formal-delivery"));
  }

  /** A formal delivery waits still. */
  void formalReminder(AccountId id) {
    accounts.find(id).ifPresent(account -> tell(account, "formal-reminder"));
  }

  /** Some time has passed since a message for which there was no notice of its own. */
  @Transactional
  void later(UUID account) {
    if (threads.unreadThreads(account) > 0) {
      var id = new AccountId(account);
      accounts.find(id).filter(_ -> mayTell(id)).ifPresent(found -> tell(found, "new-message"));
    }
  }

  /** Erases what is known of when somebody was told. */
  void erase(UUID account) {
    jdbc.sql("DELETE FROM messages_notice WHERE account_id = :account")
        .param("account", account)
        .update();
  }

  private static boolean wanted(Account account, MessageKind kind) {
    return kind == MessageKind.STATE
        ? account.notifyBy().progress()
        : account.notifyBy().messages();
  }

  /** Only one of several that ask at the same time may, once in ten minutes. */
  private boolean mayTell(AccountId account) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
                """
                INSERT INTO messages_notice AS notice (account_id, told_at) VALUES (:account, :now)
                ON CONFLICT (account_id) DO UPDATE SET told_at = :now
                  WHERE notice.told_at <= :pause
                """)
            .param("account", account.value())
            .param("now", now)
            .param("pause", now.minus(PAUSE))
            .update()
        == 1;
  }

  private void tell(Account account, String kind) {
    notifications.tell(account.notice(kind));
  }
}
