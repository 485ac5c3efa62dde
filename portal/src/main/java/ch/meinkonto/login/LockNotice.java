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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells somebody, once a day at most, that a wrong password was tried often. Beside the answer, so
 * that the answer takes the same time whether or not there is somebody to tell.
 */
@Component
class LockNotice {

  private static final Limit ONCE = new Limit("login-lock-notice", 1, Duration.ofDays(1));

  private final Accounts accounts;
  private final Notifications notifications;
  private final TrustLog trust;
  private final RateLimits limits;

  LockNotice(Accounts accounts, Notifications notifications, TrustLog trust, RateLimits limits) {
    this.accounts = accounts;
    this.notifications = notifications;
    this.trust = trust;
    this.limits = limits;
  }

  void tell(@Nullable AccountId account) {
    Thread.ofVirtual()
        .name("lock-notice")
        .start(() -> {
          if (account != null
              && limits.take(ONCE, account.toString()) instanceof Decision.Permitted) {
            accounts.find(account).ifPresent(this::tell);
          }
        });
  }

  private void tell(Account account) {
    trust.record(
        new TrustEntry(
            account.id().value(), "login-failed-lock", TrustEntry.PORTAL, "", "security"));
    notifications.tell(
        new Notice("login-locked", account.email().value(), account.language(), Map.of()));
  }
}
