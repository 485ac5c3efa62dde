package ch.meinkonto.connector.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Something that only the connector and the unit's system may know; never shown. */
public final class Secret {

  static final String FILE = "file:";

  private final String source;
  private final @Nullable String value;
  private final @Nullable Path file;

  private Secret(String source, @Nullable String value, @Nullable Path file) {
    this.source = source;
    this.value = value;
    this.file = file;
  }

  static Secret of(String value, String source) {
    return new Secret(source, value, null);
  }

  static Secret inFile(String filled, String source) {
    return new Secret(source, null, Path.of(filled.substring(FILE.length())));
  }

  /** The secret; a file is read each time, so that it may change. */
  public String reveal() throws IOException {
    if (file != null) {
      return Files.readString(file).strip();
    }
    return value == null ? "" : value;
  }

  /** By where it comes from: what the environment says does not change while running. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && source.equals(secret.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** Says where it comes from, never what it is. */
  @Override
  public String toString() {
    return source;
  }
}
