package ch.meinkonto.access;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells an account's owner by mail what happened with their phones; the trust log knows, too. */
@Component
class Notices {

  private final Accounts accounts;
  private final Notifications notifications;
  private final TrustLog trust;

  Notices(Accounts accounts, Notifications notifications, TrustLog trust) {
    this.accounts = accounts;
    this.notifications = notifications;
    this.trust = trust;
  }

  /** They said that a request was not theirs. */
  @Transactional
  public void denied(AccountId account) {
    tell(account, "access-denied", TrustEntry.YOU, "your-wish");
  }

  /** A phone's key seems to exist twice. */
  @Transactional
  public void copied(AccountId account) {
    tell(account, "access-copied", TrustEntry.PORTAL, "security");
  }

  /** They disconnected a phone on the phone itself. */
  @Transactional
  public void disconnected(AccountId account) {
    tell(account, "access-removed", TrustEntry.YOU, "your-wish");
  }

  private void tell(AccountId account, String what, String actor, String ground) {
    trust.record(new TrustEntry(account.value(), what, actor, "", ground));
    accounts.find(account).ifPresent(owner -> notifications.tell(owner.notice(what)));
  }
}
