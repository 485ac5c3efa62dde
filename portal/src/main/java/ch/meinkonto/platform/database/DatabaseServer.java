package ch.meinkonto.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** A PostgreSQL server that the portal may use. */
public interface DatabaseServer extends AutoCloseable {

  /** JDBC address of the database. */
  String jdbcUrl();

  /** As whom the portal runs: whoever that is reads and writes rows, and changes no table. */
  DatabaseLogin login();

  /** As whom tables are made and changed; empty when that is done elsewhere. */
  Optional<DatabaseLogin> owner();

  /** A connection besides the pool. */
  default Connection connect() throws SQLException {
    return connect(login());
  }

  /** A connection as somebody. */
  default Connection connect(DatabaseLogin as) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), as.user(), as.password());
  }

  @Override
  void close();

  /** A server that somebody else runs: closing it is theirs. */
  record External(String jdbcUrl, DatabaseLogin login, Optional<DatabaseLogin> owner)
      implements DatabaseServer {
    @Override
    public void close() {}
  }
}
