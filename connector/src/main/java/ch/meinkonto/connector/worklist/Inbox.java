package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each submission into the store, once. */
final class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

  private final String unit;
  private final CaseStore store;
  private final Paper paper;
  private final Clock clock;
  private final Trouble trouble;
  private boolean closed;

  Inbox(String unit, CaseStore store, Paper paper, Clock clock) {
    this.unit = unit;
    this.store = store;
    this.paper = paper;
    this.clock = clock;
    this.trouble = new Trouble(log, unit + ": the worklist's cases can be written again");
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
      CaseStore.Taken taken = store.take(request, paper.schema(request), clock.instant());
      trouble.none();
      log.info("{}: {}, {}", unit, request, taken);
      return switch (taken) {
        case NOW, BEFORE -> Outcome.accepted();
        case TOO_LATE ->
            Outcome.rejected(
                "case-erased",
                "Ihr Antrag ist abgeschlossen und bei uns gelöscht. Stellen Sie bitte einen neuen.");
      };
    } catch (IOException e) {
      trouble.because(
          "%s: the worklist's cases cannot be written (%s); requests wait at the portal until they can"
              .formatted(unit, reason(e)));
      return Outcome.tryLater(AFTER_A_FAILURE);
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException e && e.getReason() != null
        ? e.getReason()
        : failure.getClass().getSimpleName();
  }

  /** Waits for what is being stored; nothing is stored any more. */
  synchronized void close() {
    closed = true;
  }
}
