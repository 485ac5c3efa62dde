package ch.meinkonto.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.testing.PortalTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** As whom the portal runs: somebody who works with rows, and with nothing else. */
@PortalTest
class LeastPrivilegeTest {

  @Autowired JdbcClient jdbc;
  @Autowired DatabaseServer server;
  @Autowired Flyway flyway;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE more (id integer)",
        "CREATE TEMPORARY TABLE more (id integer)",
        "CREATE SCHEMA more",
        "CREATE DATABASE more",
        "CREATE ROLE more",
        "CREATE FUNCTION more() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "ALTER TABLE account ADD COLUMN more integer",
        "DROP TABLE account",
        "TRUNCATE account",
        "CREATE INDEX more ON account (id)",
        "CREATE TRIGGER more BEFORE INSERT ON account EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "DELETE FROM flyway_history_account",
        "COPY account TO PROGRAM 'cat'",
        "ALTER SYSTEM SET fsync = off"
      })
  void changesNoTableAndMakesNone(String command) {
    denied(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM trust_entry",
        "UPDATE trust_entry SET commitment = ''",
        "UPDATE trust_entry SET occurred_at = now()",
        "UPDATE trust_entry SET id = gen_random_uuid()",
        "DELETE FROM trust_tile",
        "UPDATE trust_tile SET position = 7",
        "DELETE FROM trust_checkpoint",
        "UPDATE trust_checkpoint SET jws = ''"
      })
  void takesNothingOutOfTheTrustLogAndChangesNoCommitment(String command) {
    denied(command);
  }

  @Test
  void worksWithTheRowsOfEachTableAndNothingElse() {
    var rights =
        jdbc.sql(
                """
                SELECT DISTINCT privilege_type FROM information_schema.table_privileges
                WHERE grantee = current_user
                """)
            .query(String.class)
            .list();
    assertThat(rights).containsExactlyInAnyOrder("SELECT", "INSERT", "UPDATE", "DELETE");
  }

  @Test
  void doesNotRunAsTheOwnerOfTheTables() {
    var owner = server.owner().orElseThrow();
    var asOwner = new DriverManagerDataSource(server.jdbcUrl(), owner.user(), owner.password());

    assertThatThrownBy(() -> new PrivilegeCheck(asOwner))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("DATABASE_OWNER")
        .hasMessageNotContaining(owner.password());
  }

  @Test
  void startsWithoutTheOwnerOnceTheTablesAreReady() throws SQLException {
    new ModuleMigrations(withoutOwner(server.jdbcUrl()), new TableRights(List.of()))
        .migrate(flyway);

    var owner = server.owner().orElseThrow();
    try (var connection = server.connect(owner);
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE empty");
    }
    var empty = server.jdbcUrl().replaceFirst("/postgres$", "/empty");
    var there =
        Flyway.configure()
            .dataSource(empty, server.login().user(), server.login().password())
            .load();
    assertThatThrownBy(() ->
            new ModuleMigrations(withoutOwner(empty), new TableRights(List.of())).migrate(there))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bin/portal migrate");
  }

  private DatabaseServer withoutOwner(String url) {
    return new DatabaseServer.External(url, server.login(), Optional.empty());
  }

  private void denied(String command) {
    assertThatThrownBy(() -> jdbc.sql(command).update())
        .isInstanceOf(BadSqlGrammarException.class)
        .rootCause()
        .satisfies(cause -> assertThat(((SQLException) cause).getSQLState()).isEqualTo("42501"));
  }
}
