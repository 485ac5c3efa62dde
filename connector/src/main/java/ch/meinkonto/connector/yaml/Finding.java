package ch.meinkonto.connector.yaml;

import java.nio.file.Path;

/** Something that is wrong in a file. */
public record Finding(Path file, int line, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
