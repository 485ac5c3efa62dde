package ch.meinkonto.login;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases password and sessions in the transaction that closes the account. */
@Component
class ErasesLogin {

  private final Passwords passwords;
  private final Sessions sessions;

  ErasesLogin(Passwords passwords, Sessions sessions) {
    this.passwords = passwords;
    this.sessions = sessions;
  }

  @EventListener
  void on(AccountClosed event) {
    var account = new AccountId(event.accountId());
    passwords.erase(account);
    sessions.endAll(account);
  }
}
