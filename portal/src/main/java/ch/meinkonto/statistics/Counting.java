package ch.meinkonto.statistics;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountOpened;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.delivery.Delivered;
import ch.meinkonto.form.DraftsEnded;
import ch.meinkonto.login.LoginSucceeded;
import ch.meinkonto.request.RequestAnswered;
import ch.meinkonto.request.RequestReceived;
import ch.meinkonto.request.RequestTaken;
import ch.meinkonto.request.RequestWithdrawn;
import java.time.YearMonth;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts what the other modules tell. What people did is counted in the very transaction in which
 * they did it: once with it, or not at all. How long it took, and logins, are counted in memory.
 */
@Component
class Counting {

  private final Tally tally;
  private final MinuteTally minutes;
  private final ActiveAccounts active;
  private final Catalogue catalogue;
  private final Months months;

  Counting(
      Tally tally, MinuteTally minutes, ActiveAccounts active, Catalogue catalogue, Months months) {
    this.tally = tally;
    this.minutes = minutes;
    this.active = active;
    this.catalogue = catalogue;
    this.months = months;
  }

  @EventListener
  void on(AccountOpened event) {
    tally.add(new Cell(months.now(), Measure.OPENED), 1);
  }

  @EventListener
  void on(AccountClosed event) {
    tally.add(new Cell(months.now(), Measure.CLOSED), 1);
  }

  @EventListener
  void on(RequestReceived event) {
    tally.add(new Cell(months.now(), Measure.SENT, event.service(), event.unit(), ""), 1);
  }

  @EventListener
  void on(RequestWithdrawn event) {
    tally.add(new Cell(months.now(), Measure.WITHDRAWN, event.service(), event.unit(), ""), 1);
  }

  @EventListener
  void on(DraftsEnded event) {
    var service = new ServiceId(event.service());
    var unit = catalogue.find(service).map(found -> found.unit().value()).orElse("");
    tally.add(
        new Cell(
            YearMonth.from(event.begunIn()),
            Measure.FORM,
            event.service(),
            unit,
            event.sent() ? Measure.SENT_FORM : event.lastStep()),
        event.count());
  }

  @EventListener
  void on(RequestTaken event) {
    wait(Measure.TAKEN, event.unit(), Wait.of(event.after()).code());
  }

  @EventListener
  void on(RequestAnswered event) {
    wait(Measure.ANSWERED, event.unit(), Wait.of(event.after()).code());
  }

  @EventListener
  void on(Delivered event) {
    wait(Measure.DELIVERED, event.unit(), Wait.of(event.after()).code());
    wait(
        Measure.ATTEMPT,
        event.unit(),
        event.attempts() <= 1 ? Measure.FIRST_ATTEMPT : Measure.LATER_ATTEMPT);
  }

  @EventListener
  void on(LoginSucceeded event) {
    var month = months.now();
    active.seen(event.accountId(), month);
    minutes.add(new Cell(month, event.again() ? Measure.CONFIRMED : Measure.LOGIN, event.factor()));
  }

  private void wait(Measure measure, String unit, String detail) {
    minutes.add(new Cell(months.now(), measure, "", unit, detail));
  }
}
