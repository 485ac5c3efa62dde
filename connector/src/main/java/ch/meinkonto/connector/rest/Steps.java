package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.Journal;
import ch.meinkonto.contract.SubmissionId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far each submission has come, and under which names the API keeps its parts; so that a try
 * goes on where the last one stopped. Nothing in it but ids.
 */
final class Steps {

  private record Entry(SubmissionId submission, String step, String id) {}

  private record Key(SubmissionId submission, String step) {}

  private final Journal<Entry> journal;
  private final Map<Key, String> done = new ConcurrentHashMap<>();

  private Steps(Path file, Disk disk) throws IOException {
    journal = Journal.open(file, disk, Entry.class, this::note);
  }

  static Steps open(Path file, Disk disk) throws IOException {
    return new Steps(file, disk);
  }

  private void note(Entry entry) {
    done.put(new Key(entry.submission, entry.step), entry.id);
  }

  /** The name that the API gave at this step; empty if it is still to be made. */
  Optional<String> id(SubmissionId submission, String step) {
    return Optional.ofNullable(done.get(new Key(submission, step)));
  }

  void done(SubmissionId submission, String step, String id) throws IOException {
    journal.add(new Entry(submission, step, id));
  }
}
