package ch.meinkonto.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Each module brings its own migrations, {@code db/migration/<module>/V…}, with a history of its
 * own. Foreign keys never cross modules, so their order does not matter.
 */
final class ModuleMigrations implements FlywayMigrationStrategy {

  private final DatabaseServer server;
  private final TableRights rights;

  ModuleMigrations(DatabaseServer server, TableRights rights) {
    this.server = server;
    this.rights = rights;
  }

  @Override
  public void migrate(Flyway flyway) {
    server.owner().ifPresentOrElse(owner -> migrate(flyway, owner), () -> refuseWhenBehind(flyway));
  }

  private void migrate(Flyway flyway, DatabaseLogin owner) {
    try (var tables = connections(owner)) {
      for (var module : modules()) {
        of(module, flyway).dataSource(tables).load().migrate();
      }
    }
    try {
      rights.give(server, owner);
    } catch (SQLException e) {
      throw new IllegalStateException("The portal's user could not be given its rights", e);
    }
  }

  /** For all modules together: each would else log in several times, while the portal starts. */
  private HikariDataSource connections(DatabaseLogin owner) {
    var pool = new HikariDataSource();
    pool.setPoolName("migrations");
    pool.setJdbcUrl(server.jdbcUrl());
    pool.setUsername(owner.user());
    pool.setPassword(owner.password());
    pool.setMinimumIdle(0);
    pool.setMaximumPoolSize(3);
    return pool;
  }

  /** Without the owner, nothing is changed: then it must have been done before. */
  private static void refuseWhenBehind(Flyway flyway) {
    for (var module : modules()) {
      if (of(module, flyway).load().info().pending().length > 0) {
        throw new IllegalStateException(
            "The tables are older than this version: set DATABASE_OWNER, or run bin/portal migrate"
                + " with it first (docs/operations.md)");
      }
    }
  }

  private static FluentConfiguration of(String module, Flyway flyway) {
    return Flyway.configure()
        .configuration(flyway.getConfiguration())
        .locations("classpath:db/migration/" + module)
        .table("flyway_history_" + module)
        .baselineVersion("0")
        .baselineOnMigrate(true);
  }

  private static List<String> modules() {
    try {
      var scripts =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:db/migration/*/V*.sql");
      return Arrays.stream(scripts).map(ModuleMigrations::folder).distinct().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folder(Resource script) {
    try {
      var parts = script.getURL().getPath().split("/");
      return parts[parts.length - 2];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
