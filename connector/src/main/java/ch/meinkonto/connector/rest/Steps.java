package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.SubmissionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * How far each submission has come, and under which names the API keeps its parts; so that a try
 * goes on where the last one stopped. Nothing in it but ids.
 */
final class Steps {

  private record Entry(SubmissionId submission, String step, String id) {}

  private record Key(SubmissionId submission, String step) {}

  private final Path file;
  private final Disk disk;
  private final Map<Key, String> done = new ConcurrentHashMap<>();

  private Steps(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  static Steps open(Path file, Disk disk) throws IOException {
    Steps steps = new Steps(file, disk);
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(steps::read);
      }
    }
    return steps;
  }

  private void read(String line) {
    try {
      note(Json.read(line, Entry.class));
    } catch (JacksonException tornByACrash) {
      return; // as if it had not been written: the step is made again, and has its effect once
    }
  }

  private void note(Entry entry) {
    done.put(new Key(entry.submission, entry.step), entry.id);
  }

  /** The name that the API gave at this step; empty if it is still to be made. */
  Optional<String> id(SubmissionId submission, String step) {
    return Optional.ofNullable(done.get(new Key(submission, step)));
  }

  void done(SubmissionId submission, String step, String id) throws IOException {
    Entry entry = new Entry(submission, step, id);
    disk.append(file, Json.write(entry));
    note(entry);
  }
}
