package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away all second factors of an account, for a recovery code: what is lost must be taken for
 * stolen (NIST SP 800-63B-4, section 4.3). The other codes go, too: with the next second factor
 * there is a new set (section 4.2.1.1).
 */
@Component
class FactorReset {

  private final SecondFactors factors;
  private final RecoveryCodes recoveryCodes;
  private final OwnerNotices notices;

  FactorReset(SecondFactors factors, RecoveryCodes recoveryCodes, OwnerNotices notices) {
    this.factors = factors;
    this.recoveryCodes = recoveryCodes;
    this.notices = notices;
  }

  /** Whether the code was right; then the owner is told by mail, and the trust log knows. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean reset(Account account, String recoveryCode) {
    if (!recoveryCodes.use(account.id(), recoveryCode)) {
      return false;
    }
    factors.removeAll(account.id());
    notices.changed(account, "account-recovered");
    return true;
  }
}
