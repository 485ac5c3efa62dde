package ch.meinkonto.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** A portal's timed cleaning, done when the bench wants it. */
enum Cleaning {
  SESSIONS("login-erase-old-sessions", "spring_session"),
  SIGN_INS("sso-erase", "sso_authorization"),
  LIMITS("platform-erase-full-rate-limits", "platform_rate_limit");

  private final String task;
  private final String table;

  Cleaning(String task, String table) {
    this.task = task;
    this.table = table;
  }

  String table() {
    return table;
  }

  /** None of it today. */
  static void putOff(Connection connection) throws SQLException {
    for (var cleaning : values()) {
      cleaning.schedule(connection, "1 day");
    }
  }

  /** Makes it due; while it runs, something else is done again and again. */
  Done run(Connection connection, Runnable meanwhile) throws SQLException {
    var before = number(connection, "SELECT count(*) FROM " + table);
    var last = succeeded(connection);
    var begin = System.nanoTime();
    schedule(connection, "0");
    while (succeeded(connection) == last) {
      meanwhile.run();
    }
    var seconds = (System.nanoTime() - begin) / 1e9;
    schedule(connection, "1 day");
    return new Done(before - number(connection, "SELECT count(*) FROM " + table), seconds);
  }

  /** How many rows went, and how long it took, with up to a second until it began. */
  record Done(long rows, double seconds) {}

  private long succeeded(Connection connection) throws SQLException {
    return number(
        connection,
        "SELECT coalesce(extract(epoch FROM last_success) * 1000, 0)::bigint FROM scheduled_tasks"
            + " WHERE task_name = '%s'".formatted(task));
  }

  private void schedule(Connection connection, String delay) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "UPDATE scheduled_tasks SET execution_time = now() + ?::interval WHERE task_name = ?")) {
      statement.setString(1, delay);
      statement.setString(2, task);
      statement.executeUpdate();
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
