package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.files.Acknowledgements;
import ch.meinkonto.connector.files.Desk;
import ch.meinkonto.connector.files.Filing;
import ch.meinkonto.connector.files.Settled;
import ch.meinkonto.connector.files.Store;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Place;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.unit.Outcome;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unit's system says that it has a submission by a file: {@code quittung/<name>.json}. Until it
 * does, the portal keeps its sealed copy and asks again, less and less often.
 */
final class AcknowledgementFiles implements Acknowledgements {

  static final String FOLDER = "quittung";
  static final String DONE = FOLDER + "/erledigt";
  static final String FAILED = FOLDER + "/fehler";
  static final Duration OVERDUE = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(AcknowledgementFiles.class);
  private static final String EXTENSION = ".json";
  private static final int LARGEST = 64 * 1024;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private record Wait(Instant since, Duration pause) {}

  private final String unit;
  private final Store store;
  private final Ledger ledger;
  private final Clock clock;
  private final Settled settled;
  private final Filing filing;
  private final Trouble missing;
  private final Map<SubmissionId, Wait> waits = new HashMap<>();

  AcknowledgementFiles(Desk desk, Ledger ledger) {
    this.unit = desk.unit();
    this.store = desk.store();
    this.ledger = ledger;
    this.clock = desk.clock();
    this.settled = new Settled(clock, desk.settle());
    this.filing = new Filing(store);
    this.missing = new Trouble(log, unit + ": no acknowledgement is overdue any more");
  }

  /** Acknowledgements that should be there and are not. */
  Optional<String> trouble() {
    return missing.current();
  }

  private static String name(Place place) {
    return place.name().replace('/', '.') + EXTENSION;
  }

  @Override
  public synchronized Outcome of(Place place) throws IOException {
    String file = FOLDER + "/" + name(place);
    Optional<Outcome> fresh = fresh(file);
    Optional<Outcome> said = fresh.isPresent() ? fresh : read(DONE + "/" + name(place));
    if (fresh.isPresent()) {
      store.createFolder(DONE);
      filing.done(file, DONE);
    }
    if (said.isEmpty()) {
      return later(place);
    }
    waits.remove(place.submission());
    if (waits.values().stream().noneMatch(this::isOverdue)) {
      missing.none();
    }
    return said.get();
  }

  private Outcome later(Place place) {
    Wait wait =
        waits.merge(
            place.submission(),
            new Wait(clock.instant(), FIRST_PAUSE),
            (before, _) -> new Wait(before.since, longer(before.pause)));
    if (isOverdue(wait)) {
      missing.because(
          "%s: %s lies in eingang for more than an hour and has no %s/%s; the portal keeps its copy until it has"
              .formatted(unit, place.name(), FOLDER, name(place)));
    }
    return Outcome.tryLater(wait.pause);
  }

  private boolean isOverdue(Wait wait) {
    return Duration.between(wait.since, clock.instant()).compareTo(OVERDUE) > 0;
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /** What a file in the folder says; one that cannot be understood and stays so is set aside. */
  private Optional<Outcome> fresh(String file) throws IOException {
    Optional<Store.Entry> entry = store.find(file);
    try {
      return entry.isEmpty() ? Optional.empty() : Optional.of(Acknowledgement.read(content(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (Unusable e) {
      if (settled.isSettled(file, entry.get())) {
        setAside(file, e.reason());
      }
      return Optional.empty();
    }
  }

  private Optional<Outcome> read(String file) throws IOException {
    try {
      return Optional.of(Acknowledgement.read(content(file)));
    } catch (NoSuchFileException | Unusable e) {
      return Optional.empty();
    }
  }

  private byte[] content(String file) throws IOException, Unusable {
    byte[] content = store.read(file, LARGEST);
    if (content.length > LARGEST) {
      throw new Unusable("Die Quittung ist grösser als 64 KB.");
    }
    return content;
  }

  /** Looks for what nobody waits for: a name with a slip in it would never be found. */
  synchronized void sweep() throws IOException {
    settled.round();
    for (Store.Entry entry : store.list(FOLDER)) {
      String file = FOLDER + "/" + entry.name();
      if (entry.kind() == Store.Kind.FILE
          && entry.name().endsWith(EXTENSION)
          && settled.isSettled(file, entry)
          && !isExpected(entry.name())) {
        setAside(file, "Zu diesem Dateinamen ist hier kein Antrag eingegangen.");
      }
    }
  }

  private boolean isExpected(String name) {
    String place = name.substring(0, name.length() - EXTENSION.length());
    return ledger.isTaken(place.replaceFirst("\\.", "/"));
  }

  private void setAside(String file, String reason) throws IOException {
    store.createFolder(FAILED);
    filing.failed(file, FAILED, reason);
    log.warn("{}: {} is no acknowledgement; the reason is beside it in {}", unit, file, FAILED);
  }
}
