package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Switches an authenticator app on and off; each time the owner is told by mail, and the trust log
 * knows.
 */
@Component
class AuthenticatorChanges {

  private final Authenticators authenticators;
  private final Notifications notifications;
  private final TrustLog trust;

  AuthenticatorChanges(Authenticators authenticators, Notifications notifications, TrustLog trust) {
    this.authenticators = authenticators;
    this.notifications = notifications;
    this.trust = trust;
  }

  /** Switches on the app that has been begun, when this is its code. */
  @Transactional
  public Authenticators.Check confirm(Account account, String code) {
    var check = authenticators.confirm(account.id(), code);
    if (check == Authenticators.Check.RIGHT) {
      tell(account, "authenticator-added");
    }
    return check;
  }

  /** Switches it off. */
  @Transactional
  public void remove(Account account) {
    if (authenticators.remove(account.id())) {
      tell(account, "authenticator-removed");
    }
  }

  private void tell(Account account, String what) {
    trust.record(new TrustEntry(account.id().value(), what, TrustEntry.YOU, "", "your-wish"));
    notifications.tell(new Notice(what, account.email().value(), account.language(), Map.of()));
  }
}
