package ch.meinkonto.login;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases password, second factors and sessions in the transaction that closes the account. */
@Component
class ErasesLogin {

  private final Passwords passwords;
  private final SecondFactors factors;
  private final IssuedCodes issuedCodes;
  private final Sessions sessions;

  ErasesLogin(
      Passwords passwords, SecondFactors factors, IssuedCodes issuedCodes, Sessions sessions) {
    this.passwords = passwords;
    this.factors = factors;
    this.issuedCodes = issuedCodes;
    this.sessions = sessions;
  }

  @EventListener
  void on(AccountClosed event) {
    var account = new AccountId(event.accountId());
    passwords.erase(account);
    factors.removeAll(account);
    issuedCodes.remove(account);
    sessions.endAll(account);
  }
}
