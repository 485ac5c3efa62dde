package ch.meinkonto.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Each module brings its own migrations, {@code db/migration/<module>/V…}, with a history of its
 * own. Foreign keys never cross modules, so their order does not matter.
 */
final class ModuleMigrations implements FlywayMigrationStrategy {

  @Override
  public void migrate(Flyway flyway) {
    for (var module : modules()) {
      Flyway.configure()
          .configuration(flyway.getConfiguration())
          .locations("classpath:db/migration/" + module)
          .table("flyway_history_" + module)
          .baselineVersion("0")
          .baselineOnMigrate(true)
          .load()
          .migrate();
    }
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
