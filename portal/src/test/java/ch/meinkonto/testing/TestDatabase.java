package ch.meinkonto.testing;

import ch.meinkonto.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL that tests share, as long as they run. */
final class TestDatabase {

  private TestDatabase() {}

  /**
   * Starts an empty one.
   *
   * @param folder where it lies, beside the {@code data} of the portals, which is emptied, too
   * @param portals ends the portals that use it, before it ends itself
   */
  static EmbeddedDatabase start(Path folder, Runnable portals) {
    try {
      FileSystemUtils.deleteRecursively(folder.resolve("data"));
      FileSystemUtils.deleteRecursively(folder.resolve("postgres/data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var database = EmbeddedDatabase.start(folder.resolve("postgres"));
    SpringApplication.getShutdownHandlers()
        .add(() -> {
          portals.run();
          database.close();
        });
    return database;
  }
}
