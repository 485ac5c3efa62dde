package ch.meinkonto.statistics;

import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts in this node's memory what happens often, so that no click costs a write; each minute it
 * goes to the {@link Tally}. A node that is killed loses what it has counted since then.
 */
@Component
class MinuteTally {

  private final ConcurrentHashMap<Cell, Long> counts = new ConcurrentHashMap<>();
  private final Tally tally;
  private final TransactionTemplate transaction;

  MinuteTally(Tally tally, TransactionTemplate transaction) {
    this.tally = tally;
    this.transaction = transaction;
  }

  /** Counts one; within a transaction when it commits, and not when it is rolled back. */
  void add(Cell cell) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      add(cell, 1);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            add(cell, 1);
          }
        });
  }

  /** Puts down what was counted so far; what cannot be put down now is for the next time. */
  void flush() {
    for (var cell : new TreeSet<>(counts.keySet())) {
      var count = counts.remove(cell);
      if (count != null) {
        flush(cell, count);
      }
    }
  }

  private void flush(Cell cell, long count) {
    var done = false;
    try {
      transaction.executeWithoutResult(_ -> tally.add(cell, count));
      done = true;
    } finally {
      if (!done) {
        add(cell, count);
      }
    }
  }

  private void add(Cell cell, long count) {
    counts.merge(cell, count, Long::sum);
  }
}
