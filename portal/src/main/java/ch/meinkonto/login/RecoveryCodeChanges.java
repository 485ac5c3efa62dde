package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes and uses up recovery codes; each time the owner is told by mail (NIST SP 800-63B-4, section
 * 4.2.1.1), and the trust log knows.
 */
@Component
class RecoveryCodeChanges {

  private final RecoveryCodes codes;
  private final Accounts accounts;
  private final OwnerNotices notices;

  RecoveryCodeChanges(RecoveryCodes codes, Accounts accounts, OwnerNotices notices) {
    this.codes = codes;
    this.accounts = accounts;
    this.notices = notices;
  }

  /** A new set, for its owner's eyes only, and only now; the old one is worthless. */
  @Transactional
  public List<String> renew(Account account) {
    var set = codes.renew(account.id());
    tell(account, "recovery-codes-made");
    return set;
  }

  /** Whether this is a code of the account; from now on it is none. */
  @Transactional
  public boolean use(AccountId id, String typed) {
    var right = codes.use(id, typed);
    if (right) {
      accounts.find(id).ifPresent(account -> tell(account, "recovery-code-used"));
    }
    return right;
  }

  private void tell(Account account, String what) {
    var left = codes.left(account.id());
    notices.changed(account, what, Map.of("left", String.valueOf(left)));
  }
}
