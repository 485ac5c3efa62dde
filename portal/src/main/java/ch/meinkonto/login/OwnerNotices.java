package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
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
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the owner of an account by mail what happened to their login; the trust log knows it, too
 * (OWASP ASVS 6.3.5 and 6.3.7).
 */
@Component
class OwnerNotices {

  private final Accounts accounts;
  private final Notifications notifications;
  private final TrustLog trust;
  private final RateLimits limits;

  OwnerNotices(Accounts accounts, Notifications notifications, TrustLog trust, RateLimits limits) {
    this.accounts = accounts;
    this.notifications = notifications;
    this.trust = trust;
    this.limits = limits;
  }

  /** What the portal warns of, once a day at most. */
  enum Warning {
    /** A wrong password was tried often. */
    PASSWORD_GUESSED("login-lock-notice", "login-failed-lock", "login-locked"),

    /** Wrong codes came after the right password: somebody knows it. */
    CODES_GUESSED("factor-notice", "factor-failed-lock", "factor-locked"),

    /** Many codes by SMS were asked for after the right password. */
    MANY_SMS("sms-notice", "sms-many", "sms-many"),

    /**
     * A passkey that exists only once signed properly, but counted less than before (W3C Web
     * Authentication, section 6.1.1): there seem to be two.
     */
    PASSKEY_COPIED("login-copy-notice", "passkey-copied", "passkey-copied");

    private final Limit once;
    private final String entry;
    private final String notice;

    Warning(String limit, String entry, String notice) {
      this.once = new Limit(limit, 1, Duration.ofDays(1));
      this.entry = entry;
      this.notice = notice;
    }
  }

  /** The owner changed something: trust log and mail call it the same. */
  void changed(Account account, String what) {
    changed(account, what, Map.of());
  }

  /** The same, with values for the mail's text. */
  void changed(Account account, String what, Map<String, String> values) {
    tell(
        account,
        new TrustEntry(account.id().value(), what, TrustEntry.YOU, "", "your-wish"),
        what,
        values);
  }

  /** Warns the owner, unless they were warned of the same today. */
  @Transactional
  public void warn(Warning warning, AccountId account) {
    warn(warning, account, account.toString());
  }

  /**
   * The same.
   *
   * @param about what is counted: one warning a day for each
   */
  @Transactional
  public void warn(Warning warning, AccountId account, String about) {
    if (limits.take(warning.once, about) instanceof Decision.Permitted) {
      accounts
          .find(account)
          .ifPresent(owner ->
              tell(
                  owner,
                  new TrustEntry(account.value(), warning.entry, TrustEntry.PORTAL, "", "security"),
                  warning.notice,
                  Map.of()));
    }
  }

  /**
   * Warns the owner, if there is one, beside the answer: so that the answer takes the same time
   * whether or not there is somebody to tell.
   */
  void warnBesides(Warning warning, @Nullable AccountId account) {
    Thread.ofVirtual()
        .name("owner-notice")
        .start(() -> {
          if (account != null) {
            warn(warning, account);
          }
        });
  }

  private void tell(Account account, TrustEntry entry, String notice, Map<String, String> values) {
    trust.record(entry);
    notifications.tell(account.notice(notice, values));
  }
}
