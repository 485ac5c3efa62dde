package ch.meinkonto.connector.files;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What was sent but may not be filed away yet. Sending and moving files cannot be one step: a crash
 * in between must not make a document look missing that has gone to its resident already.
 */
public final class SentWords {

  /** A line of the file; without {@code documents} the word has been filed away. */
  private record Entry(String file, String hash, @Nullable List<String> documents) {}

  private final Path file;
  private final Disk disk;
  private final Map<String, Entry> unfiled = new HashMap<>();

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
    if (entry.documents == null) {
      unfiled.remove(entry.file);
    } else {
      unfiled.put(entry.file, entry);
    }
  }

  /** The documents of a word that was sent and not filed away, if this is one. */
  Optional<List<String>> unfiled(String name, String hash) {
    return Optional.ofNullable(unfiled.get(name))
        .filter(entry -> entry.hash.equals(hash))
        .map(entry -> entry.documents == null ? List.of() : entry.documents);
  }

  void sent(String name, String hash, List<String> documents) throws IOException {
    write(new Entry(name, hash, documents));
  }

  void filed(String name, String hash) throws IOException {
    write(new Entry(name, hash, null));
  }

  private void write(Entry entry) throws IOException {
    disk.append(file, Json.write(entry));
    note(entry);
  }
}
