package ch.meinkonto.account;

import ch.meinkonto.platform.Command;
import java.util.Optional;

/** A command about accounts, which it names by their e-mail addresses. */
public abstract class AccountCommand implements Command {

  private final Accounts accounts;

  protected AccountCommand(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The account with this e-mail address; says at the terminal when there is none. */
  protected Optional<AccountId> account(String email) {
    var account = EmailAddress.parse(email).flatMap(accounts::byEmail);
    if (account.isEmpty()) {
      System.err.println("There is no account with this address.");
    }
    return account;
  }

  /** Its e-mail address; a question mark when there is no such account any more. */
  protected String email(AccountId account) {
    return accounts.find(account).map(known -> known.email().value()).orElse("?");
  }
}
