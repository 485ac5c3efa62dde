package ch.meinkonto.login;

import ch.meinkonto.account.Account;
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

/**
 * Tells somebody, once a day at most, that there seem to be two of a passkey that exists only once:
 * it signed properly, but counted less than before (W3C Web Authentication, section 6.1.1).
 */
@Component
class CopyNotice {

  private static final Limit ONCE = new Limit("login-copy-notice", 1, Duration.ofDays(1));

  private final Accounts accounts;
  private final Notifications notifications;
  private final TrustLog trust;
  private final RateLimits limits;

  CopyNotice(Accounts accounts, Notifications notifications, TrustLog trust, RateLimits limits) {
    this.accounts = accounts;
    this.notifications = notifications;
    this.trust = trust;
    this.limits = limits;
  }

  void tell(Passkey passkey) {
    if (limits.take(ONCE, passkey.id().toString()) instanceof Decision.Permitted) {
      accounts.find(passkey.account()).ifPresent(this::tell);
    }
  }

  private void tell(Account account) {
    trust.record(
        new TrustEntry(account.id().value(), "passkey-copied", TrustEntry.PORTAL, "", "security"));
    notifications.tell(
        new Notice("passkey-copied", account.email().value(), account.language(), Map.of()));
  }
}
