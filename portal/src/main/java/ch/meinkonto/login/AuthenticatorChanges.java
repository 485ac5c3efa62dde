package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Switches an authenticator app on and off; each time the owner is told by mail, and the trust log
 * knows.
 */
@Component
class AuthenticatorChanges {

  private final Authenticators authenticators;
  private final OwnerNotices notices;

  AuthenticatorChanges(Authenticators authenticators, OwnerNotices notices) {
    this.authenticators = authenticators;
    this.notices = notices;
  }

  /** Switches on the app that has been begun, when this is its code. */
  @Transactional
  public Authenticators.Check confirm(Account account, String code) {
    var check = authenticators.confirm(account.id(), code);
    if (check == Authenticators.Check.RIGHT) {
      notices.changed(account, "authenticator-added");
    }
    return check;
  }

  /** Switches it off. */
  @Transactional
  public void remove(Account account) {
    if (authenticators.remove(account.id())) {
      notices.changed(account, "authenticator-removed");
    }
  }
}
