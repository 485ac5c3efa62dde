package ch.meinkonto.connector.folder;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What was handed over, so that it never is a second time. A submission is first noted as prepared
 * (complete, under its hidden name), then as done (renamed). Nothing in it but ids and references.
 */
final class Ledger {

  /** A line of the file; without {@code folder} the submission is done. */
  private record Entry(
      SubmissionId submission,
      @Nullable RequestId request,
      ch.meinkonto.contract.@Nullable Reference reference,
      @Nullable String folder) {}

  private final Path file;
  private final Disk disk;
  private final Map<SubmissionId, Place> prepared = new HashMap<>();
  private final Set<SubmissionId> done = new HashSet<>();
  private final Map<String, RequestId> requests = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private Ledger(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  static Ledger open(Path file, Disk disk) throws IOException {
    Ledger ledger = new Ledger(file, disk);
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(ledger::read);
      }
    }
    return ledger;
  }

  private void read(String line) {
    try {
      Entry entry = Json.read(line, Entry.class);
      if (entry.folder == null) {
        finished(entry.submission);
      } else if (entry.request != null && entry.reference != null) {
        begun(new Place(entry.submission, entry.request, entry.reference, entry.folder));
      }
    } catch (JacksonException tornByACrash) {
      return; // as if it had not been written
    }
  }

  /** The submission lies complete under its hidden name, and will be renamed. */
  synchronized void prepared(Place place) throws IOException {
    disk.append(
        file,
        Json.write(
            new Entry(place.submission(), place.request(), place.reference(), place.folder())));
    begun(place);
  }

  /** The submission is in its place. */
  synchronized void done(Place place) throws IOException {
    disk.append(file, Json.write(new Entry(place.submission(), null, null, null)));
    finished(place.submission());
  }

  private void begun(Place place) {
    prepared.put(place.submission(), place);
    requests.put(place.reference().value(), place.request());
    taken.add(place.folder());
  }

  private void finished(SubmissionId submission) {
    prepared.remove(submission);
    done.add(submission);
  }

  synchronized boolean isDone(SubmissionId submission) {
    return done.contains(submission);
  }

  synchronized Optional<Place> isPrepared(SubmissionId submission) {
    return Optional.ofNullable(prepared.get(submission));
  }

  /** Whether something has gone to this folder, be it still there or not. */
  synchronized boolean isTaken(String folder) {
    return taken.contains(folder);
  }

  /** All that were prepared and not renamed, as far as is known. */
  synchronized List<Place> unfinished() {
    return List.copyOf(prepared.values());
  }

  /** The request of a reference. */
  synchronized Optional<RequestId> request(String reference) {
    return Optional.ofNullable(requests.get(reference));
  }
}
