package ch.meinkonto.login;

import ch.meinkonto.access.Phones;
import ch.meinkonto.account.AccountId;
import org.springframework.stereotype.Component;

/** What accounts have besides their passwords. */
@Component
class SecondFactors {

  private final Passkeys passkeys;
  private final Phones phones;
  private final Authenticators authenticators;
  private final RecoveryCodes recoveryCodes;

  SecondFactors(
      Passkeys passkeys,
      Phones phones,
      Authenticators authenticators,
      RecoveryCodes recoveryCodes) {
    this.passkeys = passkeys;
    this.phones = phones;
    this.authenticators = authenticators;
    this.recoveryCodes = recoveryCodes;
  }

  OwnFactors of(AccountId account) {
    return new OwnFactors(
        passkeys.any(account),
        phones.any(account),
        authenticators.any(account),
        recoveryCodes.left(account));
  }

  /** Whether the account has a second factor for every day. */
  boolean any(AccountId account) {
    return passkeys.any(account) || phones.any(account) || authenticators.any(account);
  }
}
