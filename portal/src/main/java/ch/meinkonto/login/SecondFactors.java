package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What accounts have besides their passwords. */
@Component
class SecondFactors {

  private final List<SecondFactor> factors;
  private final Passkeys passkeys;
  private final Authenticators authenticators;
  private final RecoveryCodes recoveryCodes;

  SecondFactors(
      List<SecondFactor> factors,
      Passkeys passkeys,
      Authenticators authenticators,
      RecoveryCodes recoveryCodes) {
    this.factors = List.copyOf(factors);
    this.passkeys = passkeys;
    this.authenticators = authenticators;
    this.recoveryCodes = recoveryCodes;
  }

  OwnFactors of(AccountId account) {
    return new OwnFactors(
        passkeys.any(account),
        authenticators.any(account),
        factors.stream()
            .filter(factor -> factor.stepUp().isPresent() && factor.any(account))
            .toList(),
        recoveryCodes.left(account));
  }

  /** Whether the account has a second factor for every day. */
  boolean any(AccountId account) {
    return factors.stream().anyMatch(factor -> factor.any(account));
  }

  /** What can be set up here besides passkeys, which are offered first. */
  List<SecondFactor> besidesPasskeys() {
    return factors.stream().filter(factor -> !factor.equals(passkeys) && factor.offered()).toList();
  }

  /** Takes away all of them, and the recovery codes that would stand in for them. */
  void removeAll(AccountId account) {
    factors.forEach(factor -> factor.removeAll(account));
    recoveryCodes.removeAll(account);
  }
}
