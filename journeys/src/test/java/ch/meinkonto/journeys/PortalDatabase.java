package ch.meinkonto.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** The running demo's database, as an operator with its password sees it. */
final class PortalDatabase {

  private final Path folder;

  PortalDatabase(Path data) {
    this.folder = data.resolve("postgres");
  }

  private Connection connect() throws SQLException {
    try {
      var port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3).strip();
      var password = Files.readString(folder.resolve("password")).strip();
      return DriverManager.getConnection(
          "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", password);
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  long count(String query) throws SQLException {
    try (var connection = connect();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The first two columns, by the first. */
  Map<String, String> map(String query) throws SQLException {
    var found = new HashMap<String, String>();
    try (var connection = connect();
        var rows = connection.createStatement().executeQuery(query)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    return found;
  }

  /** Writes every table as text, as a logical backup has it: nothing is compressed there. */
  void backUp(Path target) throws SQLException, IOException {
    Files.createDirectories(target);
    try (var connection = connect()) {
      for (var table : tables(connection)) {
        try (var file = Files.newOutputStream(target.resolve(table + ".tsv"))) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("COPY \"" + table + "\" TO STDOUT", file);
        }
      }
      connection.createStatement().execute("CHECKPOINT");
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (var rows =
        connection
            .createStatement()
            .executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** As if three minutes had gone by since anybody asked a phone. */
  void letPhonesBeTooLate() throws SQLException {
    update("UPDATE access_sign_in SET expires_at = expires_at - interval '3 minutes'");
  }

  /** As if everybody had lived where they live for more than a week. */
  void letAddressesBeOld() throws SQLException {
    update("UPDATE account SET address_changed_at = address_changed_at - interval '8 days'");
  }

  /** As if an office had lost its key: it could not open what waits for it. */
  void letTheOfficeFailToOpen(String unit) throws SQLException {
    update(
        "UPDATE delivery_item SET state = 'set-aside', reason = 'unreadable: no-such-key'"
            + " WHERE state = 'open' AND unit = '"
            + unit
            + "'");
  }

  private void update(String statement) throws SQLException {
    try (var connection = connect()) {
      connection.createStatement().execute(statement);
    }
  }

  /** What a careless change would do: writes it down in the clear. */
  void plant(String text) throws SQLException {
    try (var connection = connect();
        var insert =
            connection.prepareStatement(
                "INSERT INTO platform_secret (name, sealed) VALUES ('planted', ?)")) {
      insert.setBytes(1, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      insert.executeUpdate();
    }
  }
}
