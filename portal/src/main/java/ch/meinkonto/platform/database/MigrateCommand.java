package ch.meinkonto.platform.database;

import ch.meinkonto.platform.Command;
import java.util.List;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/**
 * Makes and changes the tables for this version: what initialises the database has done it by now.
 */
@Component
class MigrateCommand implements Command {

  private final DatabaseServer server;

  MigrateCommand(DatabaseServer server, FlywayMigrationInitializer migrated) {
    this.server = server;
  }

  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public String description() {
    return "make the tables as this version needs them, as DATABASE_OWNER";
  }

  @Override
  public int run(List<String> arguments) {
    if (server.owner().isEmpty()) {
      System.err.println("Set DATABASE_OWNER and DATABASE_OWNER_PASSWORD.");
      return 1;
    }
    System.out.println("The tables are ready.");
    return 0;
  }
}
