package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.notification.TextMessage;
import ch.meinkonto.notification.TextMessages;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the owner on every way there is that somebody is about to recover the account, or has (NIST
 * SP 800-63B-4, section 4.6): by mail, by SMS if there is a number, in the data log.
 */
@Component
class RecoveryNotices {

  private static final Duration WORTH_SENDING = Duration.ofMinutes(30);

  private final Notifications notifications;
  private final TextMessages messages;
  private final SmsNumbers numbers;
  private final TrustLog trust;
  private final Clock clock;

  RecoveryNotices(
      Notifications notifications,
      TextMessages messages,
      SmsNumbers numbers,
      TrustLog trust,
      Clock clock) {
    this.notifications = notifications;
    this.messages = messages;
    this.numbers = numbers;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * Tells it; mail and trust log call it the same.
   *
   * @param actor who did it, as in a {@link TrustEntry}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(Account account, String what, String actor) {
    trust.record(new TrustEntry(account.id().value(), what, actor, "", "your-wish"));
    notifications.tell(account.notice(what, Map.of("where", actor)));
    if (messages.available()) {
      numbers
          .number(account.id())
          .ifPresent(number ->
              messages.send(
                  new TextMessage(
                      "recovery",
                      number.value(),
                      account.language(),
                      Map.of(),
                      clock.instant().plus(WORTH_SENDING))));
    }
  }
}
