package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the API's events have been heard; nothing of what they say. */
final class Heard {

  /** A line of the file: an event was dealt with, or all before a cursor were. */
  private record Entry(@Nullable String event, @Nullable String cursor) {}

  private final Journal<Entry> journal;
  private final Set<String> events = new HashSet<>();
  private String cursor;

  private Heard(Path file, Disk disk, String start) throws IOException {
    cursor = start;
    journal = Journal.open(file, disk, Entry.class, this::note);
  }

  static Heard open(Path file, Disk disk, String start) throws IOException {
    return new Heard(file, disk, start);
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
    journal.add(new Entry(event, null));
  }

  /** All events before this cursor were dealt with. */
  void upTo(String next) throws IOException {
    if (!next.equals(cursor)) {
      journal.add(new Entry(null, next));
    }
  }
}
