package ch.meinkonto.platform.yaml;

import java.nio.file.Path;

/**
 * Something wrong in a city's file.
 *
 * @param file the file
 * @param line the line, counted from 1
 * @param message what is wrong, in words for the person who wrote the file
 */
public record Finding(Path file, int line, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
