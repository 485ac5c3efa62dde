package ch.meinkonto.connector.files;

import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.handover.Description;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Manifest;
import ch.meinkonto.connector.handover.Place;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each submission into a folder of its own, exactly once: written under a hidden name, noted
 * as prepared, renamed, noted as done when it is taken. Whatever ends the program in between, the
 * next try goes on where this one stopped; and a folder that the unit's system has taken away does
 * not come again.
 */
public final class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
  private static final int LARGEST_MANIFEST = 1024 * 1024;

  private final String unit;
  private final Store store;
  private final Ledger ledger;
  private final Bundle bundle;
  private final Acknowledgements acknowledgements;
  private final String incoming;
  private final Trouble trouble;
  private boolean closed;

  /**
   * For one unit.
   *
   * @param ledger knows what was handed over
   * @param bundle makes the files
   */
  public Inbox(
      String unit, Store store, Ledger ledger, Bundle bundle, Acknowledgements acknowledgements) {
    this.unit = unit;
    this.store = store;
    this.ledger = ledger;
    this.bundle = bundle;
    this.acknowledgements = acknowledgements;
    this.incoming = store + "/" + Names.INCOMING;
    this.trouble = new Trouble(log, unit + ": " + incoming + " can be written again");
  }

  /** What keeps requests from being stored. */
  public Trouble trouble() {
    return trouble;
  }

  /** Stores a request, or leaves it to the portal for now. */
  public synchronized Outcome take(ReceivedRequest request) {
    if (closed) {
      return Outcome.tryLater(Duration.ZERO);
    }
    try {
      Outcome outcome = store(request);
      trouble.none();
      return outcome;
    } catch (IOException e) {
      trouble.because(
          "%s: %s cannot be written (%s); requests wait at the portal until it can"
              .formatted(unit, incoming, reason(e)));
      return Outcome.tryLater(AFTER_A_FAILURE);
    } catch (MappingFailed e) {
      trouble.because(
          "%s: %s: %s; the request waits at the portal until the template is mended"
              .formatted(unit, request.envelope().reference(), e.getMessage()));
      return Outcome.tryLater(AFTER_A_FAILURE);
    }
  }

  /** Waits for what is being stored; nothing is stored any more. */
  public synchronized void close() {
    closed = true;
  }

  /** Finishes what a crash interrupted. */
  public synchronized void recover() throws IOException {
    for (Place place : ledger.unfinished()) {
      finish(place);
    }
  }

  private Outcome store(ReceivedRequest request) throws IOException, MappingFailed {
    if (ledger.isDone(request.id())) {
      log.info("{}: {} is here already", unit, request.envelope().reference());
      return Outcome.accepted();
    }
    Optional<Place> begun = ledger.isPrepared(request.id());
    if (begun.isEmpty()) {
      begun = Optional.of(prepare(request));
    }
    Outcome outcome = finish(begun.get());
    switch (outcome) {
      case Outcome.Accepted _ -> log.info("{}: {} is in {}", unit, request, begun.get().name());
      case Outcome.Rejected(String code, String _) ->
          log.info("{}: {} is rejected ({})", unit, request, code);
      case Outcome.TryLater _ -> {}
    }
    return outcome;
  }

  private Place prepare(ReceivedRequest request) throws IOException, MappingFailed {
    Place place = place(request.envelope());
    if (isOurs(place)) {
      store.delete(Names.part(place));
    } else {
      checkFree(Names.target(place));
      write(bundle.of(request), Names.part(place));
    }
    ledger.prepared(place);
    return place;
  }

  /** Without a ledger, the folder itself still tells. */
  private boolean isOurs(Place place) throws IOException {
    try {
      byte[] manifest = store.read(Names.target(place) + "/" + Manifest.NAME, LARGEST_MANIFEST);
      return Manifest.read(manifest)
          .filter(found -> found.submissionId().equals(place.submission()))
          .isPresent();
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void checkFree(String target) throws IOException {
    if (store.exists(target)) {
      throw new FileSystemException(
          target, null, "“" + Names.last(target) + "” is in the way, move it away");
    }
  }

  private Place place(Envelope envelope) throws IOException {
    String reference = envelope.reference().value();
    String within = reference + "/" + Description.word(envelope.kind());
    return switch (envelope.kind()) {
      case ANSWER, DELIVERY_NOTICE -> numbered(envelope, within);
      case WITHDRAWAL -> place(envelope, within);
      case REQUEST, COPY, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END ->
          place(envelope, reference);
    };
  }

  /** The first of its kind that is free, or that is this one. */
  private Place numbered(Envelope envelope, String within) throws IOException {
    for (int n = 1; ; n++) {
      Place place = place(envelope, within + "-" + n);
      if (isOurs(place) || (!ledger.isTaken(place.name()) && !store.exists(Names.target(place)))) {
        return place;
      }
    }
  }

  private static Place place(Envelope envelope, String folder) {
    return new Place(envelope.submissionId(), envelope.requestId(), envelope.reference(), folder);
  }

  private void write(Map<String, Content> contents, String part) throws IOException {
    store.delete(part);
    String attachments = part + "/" + Bundle.ATTACHMENTS;
    store.createFolder(part);
    boolean some = contents.keySet().stream().anyMatch(name -> name.contains("/"));
    if (some) {
      store.createFolder(attachments);
    }
    for (Map.Entry<String, Content> file : contents.entrySet()) {
      store.write(part + "/" + file.getKey(), file.getValue());
    }
    if (some) {
      store.force(attachments);
    }
    store.force(part);
    store.force(Names.INCOMING);
  }

  /** When the hidden name is gone, it was renamed before; perhaps it has been taken away since. */
  private Outcome finish(Place place) throws IOException {
    String part = Names.part(place);
    String target = Names.target(place);
    if (store.exists(part)) {
      String parent = Names.parent(target);
      store.createFolder(parent);
      checkFree(target);
      store.rename(part, target);
      store.force(parent);
      store.force(Names.INCOMING);
    }
    Outcome outcome = acknowledgements.of(place);
    if (outcome instanceof Outcome.Accepted) {
      ledger.done(place);
    }
    return outcome;
  }

  /** Never the message as it is: it may name a resident's file. */
  private static String reason(IOException failure) {
    if (failure instanceof FileSystemException e) {
      return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
