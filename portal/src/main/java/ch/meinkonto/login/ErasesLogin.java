package ch.meinkonto.login;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases password, second factors and sessions in the transaction that closes the account. */
@Component
class ErasesLogin {

  private final Passwords passwords;
  private final Passkeys passkeys;
  private final Authenticators authenticators;
  private final RecoveryCodes recoveryCodes;
  private final Sessions sessions;

  ErasesLogin(
      Passwords passwords,
      Passkeys passkeys,
      Authenticators authenticators,
      RecoveryCodes recoveryCodes,
      Sessions sessions) {
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.authenticators = authenticators;
    this.recoveryCodes = recoveryCodes;
    this.sessions = sessions;
  }

  @EventListener
  void on(AccountClosed event) {
    var account = new AccountId(event.accountId());
    passwords.erase(account);
    passkeys.removeAll(account);
    authenticators.remove(account);
    recoveryCodes.removeAll(account);
    sessions.endAll(account);
  }
}
