package ch.meinkonto.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends several writes at once: one way to the database and back, one transaction, one flush to
 * disk. Each way costs a page more than what the database does.
 */
@Component
public class Writes {

  private final JdbcTemplate jdbc;

  Writes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Leaves a write that nobody looks at in the caller's transaction until it commits: all that were
   * left go together. Without a transaction it is written at once.
   */
  public void beforeCommit(Write write) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      left().writes().add(write);
    } else {
      together(List.of(write));
    }
  }

  /** Writes now what was left for the end of the caller's transaction: somebody looks for it. */
  public void now() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      left().write();
    }
  }

  private Left left() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Left.class::isInstance)
        .map(Left.class::cast)
        .filter(left -> left.of().equals(this))
        .findFirst()
        .orElseGet(() -> {
          var left = new Left(this, new ArrayList<>());
          TransactionSynchronizationManager.registerSynchronization(left);
          return left;
        });
  }

  /** What is left for a transaction's end; another that runs in between has its own. */
  private record Left(Writes of, List<Write> writes) implements TransactionSynchronization {
    @Override
    public void beforeCommit(boolean readOnly) {
      write();
    }

    void write() {
      if (!writes.isEmpty()) {
        of.together(List.copyOf(writes));
        writes.clear();
      }
    }
  }

  /** All of them or, after an exception, none. */
  public void together(List<Write> writes) {
    var sql = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
    var parameters = writes.stream().flatMap(write -> write.parameters().stream()).toArray();
    // The driver sends what semicolons part with a single Sync, before which nothing is committed:
    // PostgreSQL, Frontend/Backend Protocol, "Pipelining".
    jdbc.execute(
        sql,
        (PreparedStatementCallback<Boolean>)
            statement -> {
              var setter = new ArgumentPreparedStatementSetter(parameters);
              setter.setValues(statement);
              try {
                return statement.execute();
              } finally {
                setter.cleanupParameters();
              }
            });
  }
}
