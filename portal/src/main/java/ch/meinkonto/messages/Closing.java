package ch.meinkonto.messages;

import ch.meinkonto.account.AccountClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases an account's messages in the transaction that closes the account. */
@Component
class Closing {

  private final Threads threads;
  private final NewMessageNotices notices;

  Closing(Threads threads, NewMessageNotices notices) {
    this.threads = threads;
    this.notices = notices;
  }

  @EventListener
  void erase(AccountClosed closed) {
    threads.erase(closed.accountId());
    notices.erase(closed.accountId());
  }
}
