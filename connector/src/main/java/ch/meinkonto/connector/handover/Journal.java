package ch.meinkonto.connector.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** Notes that outlive the program, one a line. One that a crash tore was never written. */
public final class Journal<N> {

  private final Path file;
  private final Disk disk;
  private final Consumer<N> remember;

  private Journal(Path file, Disk disk, Consumer<N> remember) {
    this.file = file;
    this.disk = disk;
    this.remember = remember;
  }

  /**
   * Opens it, if there is one already.
   *
   * @param type a note is written as JSON
   * @param remember is given each note: those that stand there, and then those that are added
   */
  public static <N> Journal<N> open(Path file, Disk disk, Class<N> type, Consumer<N> remember)
      throws IOException {
    if (Files.exists(file)) {
      // Not Files.lines, which gives up at a line that was torn within a letter.
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          read(line, type).ifPresent(remember);
        }
      }
    }
    return new Journal<>(file, disk, remember);
  }

  private static <N> Optional<N> read(String line, Class<N> type) {
    try {
      return Optional.of(Json.read(line, type));
    } catch (JacksonException tornByACrash) {
      return Optional.empty();
    }
  }

  /** Returns when the note is safe. */
  public void add(N note) throws IOException {
    disk.append(file, Json.write(note));
    remember.accept(note);
  }
}
