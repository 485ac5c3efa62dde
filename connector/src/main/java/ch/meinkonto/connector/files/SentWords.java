package ch.meinkonto.connector.files;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * What was sent but may not be filed away yet. Sending and moving files cannot be one step: a crash
 * in between must not make a document look missing that has gone to its resident already.
 */
public final class SentWords {

  /**
   * A line of the file. Names of files stand there only as part of a hash: a unit may have called
   * them after somebody.
   */
  private record Entry(String word, boolean filed) {}

  private final Path file;
  private final Disk disk;
  private final Set<String> unfiled = new HashSet<>();

  private SentWords(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  public static SentWords open(Path file, Disk disk) throws IOException {
    SentWords words = new SentWords(file, disk);
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(words::read);
      }
    }
    return words;
  }

  private void read(String line) {
    try {
      note(Json.read(line, Entry.class));
    } catch (JacksonException tornByACrash) {
      return; // as if it had not been written: the portal hears the word again, and once only
    }
  }

  private void note(Entry entry) {
    if (entry.filed) {
      unfiled.remove(entry.word);
    } else {
      unfiled.add(entry.word);
    }
  }

  /** Whether this word was sent and not filed away. */
  boolean isUnfiled(String word) {
    return unfiled.contains(word);
  }

  void sent(String word) throws IOException {
    write(new Entry(word, false));
  }

  void filed(String word) throws IOException {
    write(new Entry(word, true));
  }

  private void write(Entry entry) throws IOException {
    disk.append(file, Json.write(entry));
    note(entry);
  }
}
