package ch.meinkonto.platform.crypto;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * One rotation at a time: of two that write the file at once, one key would be lost. Held by a
 * connection of its own, so that it goes with whoever dies.
 */
@Component
class RotationLock {

  private static final String NAME = "hashtext('rotate-master-key')";

  private final DataSource dataSource;

  RotationLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Does the work; empty, and nothing done, while another one is under way. */
  <T> Optional<T> alone(Supplier<T> work) {
    try (var connection = dataSource.getConnection()) {
      if (!is(connection, "pg_try_advisory_lock")) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        is(connection, "pg_advisory_unlock");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer", e);
    }
  }

  private static boolean is(Connection connection, String function) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT %s(%s)".formatted(function, NAME))) {
      return result.next() && result.getBoolean(1);
    }
  }
}
