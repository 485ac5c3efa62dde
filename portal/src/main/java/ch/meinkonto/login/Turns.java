package ch.meinkonto.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A few turns at a time, and a line before them in which whoever came first is next: also who was
 * away for a moment and comes back with the time of their first arrival.
 */
final class Turns {

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Waiter> waiting =
      new PriorityQueue<>(
          Comparator.<Waiter, Instant>comparing(waiter -> waiter.since)
              .thenComparingLong(waiter -> waiter.number));
  private long arrivals;
  private int free;

  Turns(int atOnce) {
    this.free = atOnce;
  }

  private static final class Waiter {
    private final Instant since;
    private final long number;
    private final Condition turn;
    private boolean called;

    Waiter(Instant since, long number, Condition turn) {
      this.since = since;
      this.number = number;
      this.turn = turn;
    }
  }

  /**
   * Waits for a turn, which must be {@link #end ended}.
   *
   * @param since when they first came
   * @param longest how long to wait
   * @return whether there was one by then
   */
  boolean await(Instant since, Duration longest) {
    lock.lock();
    try {
      if (free > 0) {
        free--;
        return true;
      }
      var waiter = new Waiter(since, arrivals++, lock.newCondition());
      waiting.add(waiter);
      awaitCall(waiter, longest);
      waiting.remove(waiter);
      return waiter.called;
    } finally {
      lock.unlock();
    }
  }

  private static void awaitCall(Waiter waiter, Duration longest) {
    try {
      var left = longest.toNanos();
      while (!waiter.called && left > 0) {
        left = waiter.turn.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands the turn to whoever is next. */
  void end() {
    lock.lock();
    try {
      var next = waiting.poll();
      if (next == null) {
        free++;
      } else {
        next.called = true;
        next.turn.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many wait. */
  int length() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
