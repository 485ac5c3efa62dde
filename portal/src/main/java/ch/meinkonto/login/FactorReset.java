package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.trust.TrustEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away all second factors of an account, for a code that was kept or issued: what is lost
 * must be taken for stolen (NIST SP 800-63B-4, section 4.3). The other codes go, too: with the next
 * second factor there is a new set (section 4.2.1.1).
 */
@Component
class FactorReset {

  private final SecondFactors factors;
  private final RecoveryCodes recoveryCodes;
  private final IssuedCodes issuedCodes;
  private final RecoveryNotices notices;

  FactorReset(
      SecondFactors factors,
      RecoveryCodes recoveryCodes,
      IssuedCodes issuedCodes,
      RecoveryNotices notices) {
    this.factors = factors;
    this.recoveryCodes = recoveryCodes;
    this.issuedCodes = issuedCodes;
    this.notices = notices;
  }

  /** Whether the code was right; then the owner is told by mail, and the trust log knows. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean reset(Account account, String code) {
    if (!recoveryCodes.use(account.id(), code) && !issuedCodes.use(account.id(), code)) {
      return false;
    }
    notices.tell(account, "account-recovered", TrustEntry.YOU);
    issuedCodes.remove(account.id());
    factors.removeAll(account.id());
    return true;
  }
}
