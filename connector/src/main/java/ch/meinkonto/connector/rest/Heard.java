package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** How far the API's events have been heard; nothing of what they say. */
final class Heard {

  /** A line of the file: an event was dealt with, or all before a cursor were. */
  private record Entry(@Nullable String event, @Nullable String cursor) {}

  private final Path file;
  private final Disk disk;
  private final Set<String> events = new HashSet<>();
  private String cursor;

  private Heard(Path file, Disk disk, String start) {
    this.file = file;
    this.disk = disk;
    this.cursor = start;
  }

  static Heard open(Path file, Disk disk, String start) throws IOException {
    Heard heard = new Heard(file, disk, start);
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(heard::read);
      }
    }
    return heard;
  }

  private void read(String line) {
    try {
      note(Json.read(line, Entry.class));
    } catch (JacksonException tornByACrash) {
      return; // as if it had not been written: the portal hears the word again, and once only
    }
  }

  private void note(Entry entry) {
    if (entry.event != null) {
      events.add(entry.event);
    }
    if (entry.cursor != null) {
      cursor = entry.cursor;
      events.clear();
    }
  }

  /** Where the next page begins. */
  String cursor() {
    return cursor;
  }

  boolean has(String event) {
    return events.contains(event);
  }

  /** The event was said, or set aside. */
  void event(String event) throws IOException {
    write(new Entry(event, null));
  }

  /** All events before this cursor were dealt with. */
  void upTo(String next) throws IOException {
    if (!next.equals(cursor)) {
      write(new Entry(null, next));
    }
  }

  private void write(Entry entry) throws IOException {
    disk.append(file, Json.write(entry));
    note(entry);
  }
}
