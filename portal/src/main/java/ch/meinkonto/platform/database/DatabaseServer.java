package ch.meinkonto.platform.database;

/** A PostgreSQL server that the portal may use. */
public interface DatabaseServer extends AutoCloseable {

  /** JDBC address of the database. */
  String jdbcUrl();

  /** The user to connect as. */
  String user();

  /** That user's password. */
  String password();

  @Override
  void close();

  /** A server that somebody else runs: closing it is theirs. */
  record External(String jdbcUrl, String user, String password) implements DatabaseServer {
    @Override
    public void close() {}

    @Override
    public String toString() {
      return "External[" + jdbcUrl + "]";
    }
  }
}
