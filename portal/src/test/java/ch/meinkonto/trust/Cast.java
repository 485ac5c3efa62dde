package ch.meinkonto.trust;

import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.NewAccount;
import ch.meinkonto.account.PersonName;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The people in these tests: an entry is sealed under the key of an account that exists. */
@Component
class Cast {

  private final Accounts accounts;
  private final TrustLog log;

  Cast(Accounts accounts, TrustLog log) {
    this.accounts = accounts;
    this.log = log;
  }

  /** An account about which the log says nothing yet. */
  UUID opensAnAccount(String given, String family) {
    var account =
        accounts
            .open(
                new NewAccount(
                    AccountKind.PRIVATE,
                    new PersonName(given, family),
                    null,
                    EmailAddress.parse(UUID.randomUUID() + "@example.org").orElseThrow(),
                    Locale.GERMAN))
            .value();
    log.forget(account);
    return account;
  }
}
