package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells somebody, once a day at most, that after the right password the second factor was wrong
 * often: their password is known to somebody (OWASP ASVS 6.3.5).
 */
@Component
class CodeNotice {

  private static final Limit ONCE = new Limit("factor-notice", 1, Duration.ofDays(1));

  private final Accounts accounts;
  private final Notifications notifications;
  private final TrustLog trust;
  private final RateLimits limits;

  CodeNotice(Accounts accounts, Notifications notifications, TrustLog trust, RateLimits limits) {
    this.accounts = accounts;
    this.notifications = notifications;
    this.trust = trust;
    this.limits = limits;
  }

  @Transactional
  public void tell(AccountId account) {
    if (limits.take(ONCE, account.toString()) instanceof Decision.Permitted) {
      accounts.find(account).ifPresent(this::tell);
    }
  }

  private void tell(Account account) {
    trust.record(
        new TrustEntry(
            account.id().value(), "factor-failed-lock", TrustEntry.PORTAL, "", "security"));
    notifications.tell(
        new Notice("factor-locked", account.email().value(), account.language(), Map.of()));
  }
}
