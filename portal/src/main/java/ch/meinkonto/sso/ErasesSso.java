package ch.meinkonto.sso;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases consents and sign-ins in the transaction that closes the account. */
@Component
class ErasesSso {

  private final Connections connections;

  ErasesSso(Connections connections) {
    this.connections = connections;
  }

  @EventListener
  void on(AccountClosed event) {
    connections.endAll(new AccountId(event.accountId()));
  }
}
