package ch.meinkonto.access;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases phones and what they were asked in the transaction that closes the account. */
@Component
class ErasesAccess {

  private final Phones phones;
  private final Pairings pairings;
  private final SignIns signIns;
  private final RefusedOrigins refused;

  ErasesAccess(Phones phones, Pairings pairings, SignIns signIns, RefusedOrigins refused) {
    this.phones = phones;
    this.pairings = pairings;
    this.signIns = signIns;
    this.refused = refused;
  }

  @EventListener
  void on(AccountClosed event) {
    var account = new AccountId(event.accountId());
    pairings.end(account);
    phones.removeAll(account);
    signIns.removeAll(account);
    refused.removeAll(account);
  }
}
