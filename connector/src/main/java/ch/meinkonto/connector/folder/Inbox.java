package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Manifest;
import ch.meinkonto.connector.handover.Place;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each submission into a folder of its own, exactly once: written under a hidden name, noted
 * as prepared, renamed, noted as done. Whatever ends the program in between, the next try goes on
 * where this one stopped; and a folder that the unit's system has taken away does not come again.
 */
final class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

  private final String unit;
  private final Layout layout;
  private final Ledger ledger;
  private final Disk disk;
  private final Bundle bundle;
  private final Trouble trouble;
  private boolean closed;

  Inbox(String unit, Layout layout, Ledger ledger, Disk disk, Bundle bundle) {
    this.unit = unit;
    this.layout = layout;
    this.ledger = ledger;
    this.disk = disk;
    this.bundle = bundle;
    this.trouble = new Trouble(log, unit + ": " + layout.incoming() + " can be written again");
  }

  /** What keeps requests from being stored. */
  Trouble trouble() {
    return trouble;
  }

  /** Stores a request, or leaves it to the portal for now. */
  synchronized Outcome take(ReceivedRequest request) {
    if (closed) {
      return Outcome.tryLater(Duration.ZERO);
    }
    try {
      store(request);
      trouble.none();
      return Outcome.accepted();
    } catch (IOException e) {
      trouble.because(
          "%s: %s cannot be written (%s); requests wait at the portal until it can"
              .formatted(unit, layout.incoming(), reason(e)));
      return Outcome.tryLater(AFTER_A_FAILURE);
    } catch (MappingFailed e) {
      trouble.because(
          "%s: %s: %s; the request waits at the portal until the template is mended"
              .formatted(unit, request.envelope().reference(), e.getMessage()));
      return Outcome.tryLater(AFTER_A_FAILURE);
    }
  }

  /** Waits for what is being stored; nothing is stored any more. */
  synchronized void close() {
    closed = true;
  }

  /** Finishes what a crash interrupted. */
  synchronized void recover() throws IOException {
    for (Place place : ledger.unfinished()) {
      finish(place);
    }
  }

  private void store(ReceivedRequest request) throws IOException, MappingFailed {
    if (ledger.isDone(request.id())) {
      log.info("{}: {} is here already", unit, request.envelope().reference());
      return;
    }
    Optional<Place> begun = ledger.isPrepared(request.id());
    if (begun.isEmpty()) {
      begun = Optional.of(prepare(request));
    }
    finish(begun.get());
    log.info("{}: {} is in {}", unit, request, begun.get().name());
  }

  private Place prepare(ReceivedRequest request) throws IOException, MappingFailed {
    Place place = place(request.envelope());
    if (isOurs(place)) {
      disk.deleteTree(layout.part(place));
    } else {
      checkFree(layout.target(place));
      write(bundle.of(request), layout.part(place));
    }
    ledger.prepared(place);
    return place;
  }

  /** Without a ledger, the folder itself still tells. */
  private boolean isOurs(Place place) {
    return Manifest.in(layout.target(place))
        .filter(manifest -> manifest.submissionId().equals(place.submission()))
        .isPresent();
  }

  private static void checkFree(Path target) throws IOException {
    if (Files.exists(target)) {
      throw new FileSystemException(
          target.toString(), null, "“" + target.getFileName() + "” is in the way, move it away");
    }
  }

  private Place place(Envelope envelope) {
    String reference = envelope.reference().value();
    String folder = reference;
    for (int n = 1; envelope.kind() == SubmissionKind.ANSWER; n++) {
      folder = reference + "/antwort-" + n;
      Place place = place(envelope, folder);
      if (isOurs(place) || (!ledger.isTaken(folder) && !Files.exists(layout.target(place)))) {
        break;
      }
    }
    return place(
        envelope, envelope.kind() == SubmissionKind.WITHDRAWAL ? reference + "/rueckzug" : folder);
  }

  private static Place place(Envelope envelope, String folder) {
    return new Place(envelope.submissionId(), envelope.requestId(), envelope.reference(), folder);
  }

  private void write(Map<String, byte[]> contents, Path part) throws IOException {
    disk.deleteTree(part);
    Path attachments = part.resolve(Bundle.ATTACHMENTS);
    disk.createFolder(part);
    boolean some = contents.keySet().stream().anyMatch(name -> name.contains("/"));
    if (some) {
      disk.createFolder(attachments);
    }
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      disk.write(part.resolve(file.getKey()), file.getValue());
    }
    if (some) {
      disk.force(attachments);
    }
    disk.force(part);
    disk.force(layout.incoming());
  }

  /** When the hidden name is gone, it was renamed before; perhaps it has been taken away since. */
  private void finish(Place place) throws IOException {
    Path part = layout.part(place);
    Path target = layout.target(place);
    if (Files.exists(part)) {
      Path parent = Objects.requireNonNull(target.getParent());
      disk.createFolder(parent);
      checkFree(target);
      disk.rename(part, target);
      disk.force(parent);
      disk.force(layout.incoming());
    }
    ledger.done(place);
  }

  /** Never the message as it is: it may name a resident's file. */
  private static String reason(IOException failure) {
    if (failure instanceof FileSystemException e) {
      return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
