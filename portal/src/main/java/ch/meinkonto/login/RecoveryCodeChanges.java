package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes and uses up recovery codes; each time the owner is told by mail (NIST SP 800-63B-4, section
 * 4.2.1.1), and the trust log knows.
 */
@Component
class RecoveryCodeChanges {

  private final RecoveryCodes codes;
  private final Accounts accounts;
  private final Notifications notifications;
  private final TrustLog trust;

  RecoveryCodeChanges(
      RecoveryCodes codes, Accounts accounts, Notifications notifications, TrustLog trust) {
    this.codes = codes;
    this.accounts = accounts;
    this.notifications = notifications;
    this.trust = trust;
  }

  /** A new set, for its owner's eyes only, and only now; the old one is worthless. */
  @Transactional
  public List<String> renew(Account account) {
    var set = codes.renew(account.id());
    tell(account, "recovery-codes-made");
    return set;
  }

  /** Whether this is a code of the account; from now on it is none. */
  @Transactional
  public boolean use(AccountId id, String typed) {
    var right = codes.use(id, typed);
    if (right) {
      accounts.find(id).ifPresent(account -> tell(account, "recovery-code-used"));
    }
    return right;
  }

  private void tell(Account account, String what) {
    trust.record(new TrustEntry(account.id().value(), what, TrustEntry.YOU, "", "your-wish"));
    notifications.tell(
        new Notice(
            what,
            account.email().value(),
            account.language(),
            Map.of("left", String.valueOf(codes.left(account.id())))));
  }
}
