package ch.meinkonto.messages;

import ch.meinkonto.platform.web.UnreadCount;
import ch.meinkonto.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** The number in the page frame. */
@Component
class Unread implements UnreadCount {

  private final Threads threads;

  Unread(Threads threads) {
    this.threads = threads;
  }

  @Override
  public int of(Visitor visitor) {
    return threads.unreadThreads(visitor.accountId());
  }
}
