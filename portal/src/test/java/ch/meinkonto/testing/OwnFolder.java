package ch.meinkonto.testing;

import java.nio.file.Path;

/** Folders of one test process alone: several run side by side. */
final class OwnFolder {

  private OwnFolder() {}

  /** The process's own folder of that name. */
  static Path named(String name) {
    return Path.of("target", name + System.getProperty("tests.fork", ""));
  }
}
