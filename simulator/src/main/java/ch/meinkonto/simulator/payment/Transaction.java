package ch.meinkonto.simulator.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to pay, as this provider keeps it. Amounts are in Rappen.
 *
 * @param back where people go when they have paid, or not
 * @param notices where it is told
 * @param method by which card or app; null until somebody chose
 * @param refunded how much was given back
 * @param history what was done, the oldest first
 */
public record Transaction(
    String id,
    Instant createdAt,
    String refno,
    long amount,
    List<String> methods,
    Back back,
    @Nullable String notices,
    Status status,
    @Nullable String method,
    long refunded,
    List<Event> history) {

  public Transaction {
    methods = List.copyOf(methods);
    history = List.copyOf(history);
  }

  /** The three ways back. */
  public record Back(String success, String cancel, String error) {}

  /** Something that was done. */
  public record Event(String action, long amount, Instant date, boolean success) {}

  /** Where it stands. */
  public enum Status {
    INITIALIZED,
    AUTHORIZED,
    SETTLED,
    CANCELED,
    FAILED
  }

  /** Somebody did something with it. */
  Transaction in(Status next, String action, @Nullable String paidWith) {
    return with(next, paidWith == null ? method : paidWith, refunded, action, amount);
  }

  /** Booked, if all of it is reserved; else nothing changes. */
  Transaction settled(long money) {
    return status == Status.AUTHORIZED && money == amount
        ? in(Status.SETTLED, "settle", null)
        : this;
  }

  /** Free again, if it is reserved; else nothing changes. */
  Transaction canceled() {
    return status == Status.AUTHORIZED ? in(Status.CANCELED, "cancel", null) : this;
  }

  /** Given back, if so much is booked; else nothing changes. */
  Transaction credited(long money) {
    return status == Status.SETTLED && refunded + money <= amount
        ? with(status, method, refunded + money, "credit", money)
        : this;
  }

  private Transaction with(
      Status next, @Nullable String paidWith, long returned, String action, long money) {
    var events = new ArrayList<>(history);
    events.add(new Event(action, money, Instant.now(), true));
    return new Transaction(
        id, createdAt, refno, amount, methods, back, notices, next, paidWith, returned, events);
  }
}
