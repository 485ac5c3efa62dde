package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.platform.web.Visitor;
import java.util.Locale;

/**
 * Who sends something to a unit.
 *
 * @param assurance how surely the account's owner is known
 * @param language the language of their pages
 */
public record Sender(AccountId account, Assurance assurance, Locale language) {

  static Sender of(Visitor visitor, Locale locale) {
    return new Sender(
        new AccountId(visitor.accountId()),
        visitor.twoFactors() ? Assurance.TWO_FACTORS : Assurance.LOGIN,
        locale);
  }
}
