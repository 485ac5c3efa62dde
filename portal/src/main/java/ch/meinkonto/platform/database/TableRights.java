package ch.meinkonto.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the running portal what it may do with each table, and no more: it makes, changes and drops
 * none (OWASP ASVS 5.0, 13.2.2).
 */
final class TableRights {

  private static final String ROWS = "SELECT, INSERT, UPDATE, DELETE";
  private static final String HISTORY = "flyway_history_";

  /**
   * Of two nodes that start at once, one waits: both would write the same rows of the catalogue.
   */
  private static final long LOCK = 0x6d6b_7269_6768_7473L;

  private final List<NarrowTable> narrow;

  TableRights(List<NarrowTable> narrow) {
    this.narrow = List.copyOf(narrow);
  }

  /** To the portal's user, as the owner of the tables; all at once. */
  void give(DatabaseServer server, DatabaseLogin owner) throws SQLException {
    try (var connection = server.connect(owner);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
      var user = statement.enquoteIdentifier(server.login().user(), true);
      statement.execute("GRANT USAGE ON SCHEMA " + connection.getSchema() + " TO " + user);
      for (var table : tables(connection)) {
        give(table, user, statement);
      }
      connection.commit();
    }
  }

  private void give(String table, String user, Statement statement) throws SQLException {
    var name = statement.enquoteIdentifier(table, true);
    statement.execute("REVOKE ALL ON " + name + " FROM " + user);
    statement.execute("GRANT " + rights(table) + " ON " + name + " TO " + user);
  }

  private String rights(String table) {
    if (table.startsWith(HISTORY)) {
      return "SELECT";
    }
    return narrow.stream()
        .filter(known -> known.name().equals(table))
        .findFirst()
        .map(NarrowTable::rights)
        .orElse(ROWS);
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema ORDER BY 1")) {
      var tables = new ArrayList<String>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }
}
