package ch.meinkonto.request;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a draw says about requests that took part in it, in the transaction that is under way. Of
 * one that takes part no more, because it was told before or taken back, nothing is said.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DrawnRequests {

  private final Envelopes envelopes;
  private final SealedParts parts;
  private final Announcements announcements;
  private final Clock clock;

  DrawnRequests(Envelopes envelopes, SealedParts parts, Announcements announcements, Clock clock) {
    this.envelopes = envelopes;
    this.parts = parts;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * It was drawn: it goes to its unit.
   *
   * @param words what its sender reads about the draw
   */
  public void drawn(RequestId id, String words) {
    moved(id, RequestState.RECEIVED).ifPresent(request -> announcements.drawn(request, words));
  }

  /**
   * It was not drawn, or there is no draw: what its sender entered is erased, and nobody has read
   * it.
   *
   * @param words what its sender reads about the draw
   */
  public void notDrawn(RequestId id, String words) {
    moved(id, RequestState.NOT_DRAWN)
        .ifPresent(request -> {
          parts.finish(SubmissionId.of(id), request.stateSince(), null);
          announcements.notDrawn(request, words);
        });
  }

  /** The request in its new state, locked by this transaction; empty if it took part no more. */
  private Optional<RequestEnvelope> moved(RequestId id, RequestState next) {
    var moved =
        envelopes
            .lock(id)
            .filter(request -> request.state() == RequestState.ENTERED)
            .map(request -> request.in(next, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    moved.ifPresent(envelopes::note);
    return moved;
  }
}
