package ch.meinkonto.testing;

import ch.meinkonto.platform.database.DatabaseServer;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the running portal may not do with its database, for the rest of a test's transaction. */
public final class FullAccess {

  private FullAccess() {}

  /** Lets this transaction do everything; the portal itself may no more than before. */
  public static void take(JdbcClient jdbc, DatabaseServer server) {
    var user = server.login().user();
    as(
        server,
        "DO $$ BEGIN CREATE ROLE everything SUPERUSER;"
            + " EXCEPTION WHEN duplicate_object THEN NULL; END $$",
        "GRANT everything TO " + user + " WITH INHERIT FALSE");
    // What others changed, a transaction hears when it looks at a table for the first time.
    jdbc.sql("SELECT count(*) FROM pg_auth_members").query(Long.class).single();
    jdbc.sql("SET LOCAL ROLE everything").update();
    as(server, "REVOKE everything FROM " + user);
  }

  private static void as(DatabaseServer server, String... commands) {
    try (var connection = server.connect(server.owner().orElseThrow());
        var statement = connection.createStatement()) {
      for (var command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
