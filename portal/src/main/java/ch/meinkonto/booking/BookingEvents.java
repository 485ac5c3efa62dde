package ch.meinkonto.booking;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.request.RequestDropped;
import ch.meinkonto.request.RequestReceived;
import ch.meinkonto.request.RequestRejected;
import ch.meinkonto.request.RequestTaken;
import ch.meinkonto.request.RequestWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of places when something becomes of their request, in the same transaction. */
@Component
class BookingEvents {

  private final Counter counter;
  private final Holds holds;
  private final WaitingList waiting;
  private final Draws draws;

  BookingEvents(Counter counter, Holds holds, WaitingList waiting, Draws draws) {
    this.counter = counter;
    this.holds = holds;
    this.waiting = waiting;
    this.draws = draws;
  }

  @EventListener
  void on(RequestReceived event) {
    counter.book(event.requestId());
  }

  @EventListener
  void on(RequestDropped event) {
    counter.unclaim(event.requestId());
  }

  @EventListener
  void on(RequestTaken event) {
    counter.forget(event.requestId());
  }

  @EventListener
  void on(RequestRejected event) {
    counter.free(event.requestId());
  }

  /** What the unit has taken already it frees itself. */
  @EventListener
  void on(RequestWithdrawn event) {
    counter.free(event.requestId());
    draws.takeBack(event.requestId());
  }

  @EventListener
  void on(AccountClosed event) {
    holds.forgetAccount(event.accountId());
    waiting.close(event.accountId());
    draws.forgetAccount(event.accountId());
  }
}
