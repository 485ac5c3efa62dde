package ch.meinkonto.connector.handover;

import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was handed over, so that it never is a second time. A submission is first noted as prepared
 * (its place is chosen), then as done. Nothing in it but ids and references.
 */
public final class Ledger {

  /** A line of the file; without {@code place} the submission is done. */
  private record Entry(
      SubmissionId submission,
      @Nullable RequestId request,
      @Nullable Reference reference,
      @JsonAlias("folder") @Nullable String place) {}

  private final Journal<Entry> journal;
  private final Map<SubmissionId, Place> prepared = new HashMap<>();
  private final Set<SubmissionId> done = new HashSet<>();
  private final Map<String, RequestId> requests = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private Ledger(Path file, Disk disk) throws IOException {
    journal = Journal.open(file, disk, Entry.class, this::note);
  }

  public static Ledger open(Path file, Disk disk) throws IOException {
    return new Ledger(file, disk);
  }

  private void note(Entry entry) {
    if (entry.place == null) {
      prepared.remove(entry.submission);
      done.add(entry.submission);
    } else if (entry.request != null && entry.reference != null) {
      prepared.put(
          entry.submission,
          new Place(entry.submission, entry.request, entry.reference, entry.place));
      requests.put(entry.reference.value(), entry.request);
      taken.add(entry.place);
    }
  }

  /** The submission has its place, and may be on its way there. */
  public synchronized void prepared(Place place) throws IOException {
    journal.add(new Entry(place.submission(), place.request(), place.reference(), place.name()));
  }

  /** The submission is in its place. */
  public synchronized void done(Place place) throws IOException {
    journal.add(new Entry(place.submission(), null, null, null));
  }

  public synchronized boolean isDone(SubmissionId submission) {
    return done.contains(submission);
  }

  public synchronized Optional<Place> isPrepared(SubmissionId submission) {
    return Optional.ofNullable(prepared.get(submission));
  }

  /** Whether something has gone to this place, be it still there or not. */
  public synchronized boolean isTaken(String place) {
    return taken.contains(place);
  }

  /** All that were prepared and are not done, as far as is known. */
  public synchronized List<Place> unfinished() {
    return List.copyOf(prepared.values());
  }

  /** The request of a reference. */
  public synchronized Optional<RequestId> request(String reference) {
    return Optional.ofNullable(requests.get(reference));
  }
}
