package ch.meinkonto.entrance;

import ch.meinkonto.entrance.Decision.GoOn;
import ch.meinkonto.entrance.Decision.Stay;
import ch.meinkonto.entrance.Ticket.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Decides who goes on and who waits. A waiting person who looks again costs no query. */
@Component
class Entrance {

  private final Rushes rushes;
  private final Tickets tickets;
  private final Efforts efforts;
  private final Numbers numbers;
  private final Admissions admissions;
  private final Counts counts;
  private final Passes passes;

  Entrance(
      Rushes rushes,
      Tickets tickets,
      Efforts efforts,
      Numbers numbers,
      Admissions admissions,
      Counts counts,
      Passes passes) {
    this.rushes = rushes;
    this.tickets = tickets;
    this.efforts = efforts;
    this.numbers = numbers;
    this.admissions = admissions;
    this.counts = counts;
    this.passes = passes;
  }

  Decision decide(Rush rush, Visit visit) {
    try {
      var ticket = visit.ticket();
      return ticket.isEmpty() ? arrive(rush, visit) : with(ticket.get(), rush, visit);
    } catch (DataAccessException e) {
      return new Stay(new Standing.Away(), null);
    }
  }

  private Decision with(Ticket ticket, Rush rush, Visit visit) {
    return switch (ticket.kind()) {
      case IN ->
          passes.good(ticket) && fits(ticket, visit)
              ? visit.looking() ? turn() : goOn(passes.prolonged(ticket))
              : arrive(rush, visit);
      case TASK ->
          efforts.over(ticket)
              ? arrive(rush, visit)
              : efforts.redeem(ticket, visit.proof())
                  ? enter(ticket.personal(), ticket.holder(), rush, visit)
                  : new Stay(task(ticket), null);
      case EARLY, LATE -> stand(ticket, rush, visit, null);
    };
  }

  private Decision arrive(Rush rush, Visit visit) {
    var account = visit.account().get();
    var holder = account.map(known -> tickets.holder(rush.id(), known));
    var open = rushes.open(rush);
    if (open && holder.isPresent() && admissions.lately(rush.id(), holder.get())) {
      return visit.looking() ? turn() : goOn(passes.pass(rush.id(), true, holder.get()));
    }
    if (!open && rush.plan().login() && account.isEmpty()) {
      return new Stay(new Standing.LogIn(rush.plan().opensAt()), null);
    }
    var who = holder.orElseGet(UUID::randomUUID);
    var cost = efforts.task(holder.map(UUID::toString).orElse(visit.network()));
    if (cost == 0) {
      return enter(holder.isPresent(), who, rush, visit);
    }
    var task = new Ticket(Kind.TASK, rush.id(), holder.isPresent(), who, cost);
    return new Stay(task(task), task);
  }

  private Decision enter(boolean personal, UUID holder, Rush rush, Visit visit) {
    if (rushes.open(rush)) {
      var number = numbers.next(rush.id());
      counts.late(rush.id());
      var ticket = new Ticket(Kind.LATE, rush.id(), personal, holder, number);
      return stand(ticket, rush, visit, ticket);
    }
    counts.early(rush.id());
    var ticket = new Ticket(Kind.EARLY, rush.id(), personal, holder, 0);
    return stand(ticket, rush, visit, ticket);
  }

  private Decision stand(Ticket ticket, Rush rush, Visit visit, @Nullable Ticket give) {
    var line = rush.line();
    if (!rushes.open(rush)) {
      return new Stay(new Standing.Before(rush.plan().opensAt(), line.early()), give);
    }
    var place = tickets.place(ticket, line);
    if (!line.admits(place)) {
      var percent = (int) Math.clamp(100 * line.front() / Math.max(1, place), 0, 99);
      return new Stay(
          new Standing.InLine(line.ahead(place), line.left(place), percent, rushes.fresh()), give);
    }
    if (visit.looking()) {
      return new Stay(new Standing.Turn(), give);
    }
    if (!fits(ticket, visit)) {
      return arrive(rush, visit);
    }
    return switch (admissions.admit(ticket, place)) {
      case ADMITTED -> {
        counts.admitted(rush.id());
        yield goOn(passes.pass(rush.id(), ticket.personal(), ticket.holder()));
      }
      case AGAIN -> goOn(passes.pass(rush.id(), ticket.personal(), ticket.holder()));
      case SPENT -> arrive(rush, visit);
    };
  }

  /** An account's ticket is nobody else's; whoever was logged out meanwhile may log in again. */
  private boolean fits(Ticket ticket, Visit visit) {
    return !ticket.personal()
        || visit
            .account()
            .get()
            .map(account -> tickets.holder(ticket.rush(), account).equals(ticket.holder()))
            .orElse(true);
  }

  private Standing.Task task(Ticket task) {
    return new Standing.Task(efforts.puzzle(task), Efforts.bits(task), efforts.pause(task));
  }

  private static Decision goOn(@Nullable Ticket give) {
    return new GoOn(give);
  }

  private static Decision turn() {
    return new Stay(new Standing.Turn(), null);
  }
}
