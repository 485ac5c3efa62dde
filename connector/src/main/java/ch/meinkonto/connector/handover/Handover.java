package ch.meinkonto.connector.handover;

import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands submissions over to a unit's system over a network, each once: noted as prepared, brought,
 * noted as done. What cannot be brought now waits at the portal.
 */
public final class Handover {

  /** How a submission gets into the unit's system. */
  @FunctionalInterface
  public interface Way {

    /**
     * Returns when the system has it, or has said no.
     *
     * @param again whether it was tried before: then the system may have it, or parts of it
     */
    Outcome bring(ReceivedRequest request, boolean again) throws NotNow, MappingFailed, IOException;
  }

  private static final Logger log = LoggerFactory.getLogger(Handover.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

  private final String unit;
  private final Ledger ledger;
  private final Way way;
  private final Trouble trouble;
  private volatile boolean closed;

  /**
   * For one unit.
   *
   * @param ledger knows what was handed over
   */
  public Handover(String unit, Ledger ledger, Way way) {
    this.unit = unit;
    this.ledger = ledger;
    this.way = way;
    this.trouble = new Trouble(log, unit + ": its system takes requests again");
  }

  /** What keeps requests from being taken. */
  public Trouble trouble() {
    return trouble;
  }

  /** Nothing more is taken; what is on its way comes to an end by itself. */
  public void close() {
    closed = true;
  }

  /** Hands a request over, or leaves it to the portal for now. */
  public synchronized Outcome take(ReceivedRequest request) {
    if (closed) {
      return Outcome.tryLater(Duration.ZERO);
    }
    try {
      Outcome outcome = handOver(request);
      trouble.none();
      return outcome;
    } catch (NotNow e) {
      return later(request, String.valueOf(e.getMessage()), e.after());
    } catch (MappingFailed e) {
      return later(request, e.getMessage() + "; mend the template", AFTER_A_FAILURE);
    } catch (IOException e) {
      return later(
          request,
          "the connector's notes cannot be written (%s)".formatted(e.getClass().getSimpleName()),
          AFTER_A_FAILURE);
    }
  }

  private Outcome later(ReceivedRequest request, String why, Duration after) {
    if (!closed) {
      trouble.because(
          "%s: %s: %s; it waits at the portal"
              .formatted(unit, request.envelope().reference(), why));
    }
    return Outcome.tryLater(after);
  }

  private Outcome handOver(ReceivedRequest request) throws NotNow, MappingFailed, IOException {
    if (ledger.isDone(request.id())) {
      log.info("{}: {} is there already", unit, request.envelope().reference());
      return Outcome.accepted();
    }
    boolean again = ledger.isPrepared(request.id()).isPresent();
    Place place = place(request.envelope());
    if (!again) {
      ledger.prepared(place);
    }
    Outcome outcome = way.bring(request, again);
    switch (outcome) {
      case Outcome.Accepted _ -> {
        ledger.done(place);
        log.info("{}: {} is in its system", unit, request);
      }
      case Outcome.Rejected(String code, String _) ->
          log.info("{}: its system rejects {} ({})", unit, request, code);
      case Outcome.TryLater _ -> {}
    }
    return outcome;
  }

  private static Place place(Envelope envelope) {
    return new Place(
        envelope.submissionId(),
        envelope.requestId(),
        envelope.reference(),
        envelope.submissionId().toString());
  }
}
