package ch.meinkonto.request;

import static java.time.temporal.ChronoUnit.SECONDS;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.directory.UnitId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a unit says about a request that it has taken. */
@Component
public class Correspondence {

  private final Envelopes envelopes;
  private final Questions questions;
  private final Formals formals;
  private final Announcements announcements;
  private final Clock clock;

  Correspondence(
      Envelopes envelopes,
      Questions questions,
      Formals formals,
      Announcements announcements,
      Clock clock) {
    this.envelopes = envelopes;
    this.questions = questions;
    this.formals = formals;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** The unit writes to the resident. */
  @Transactional
  public Verdict unitWrites(UnitId unit, RequestId id, UnitMessage message) {
    var request = ofUnit(unit, id);
    if (request.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (!request.get().hasAccount()) {
      return Verdict.NO_INBOX;
    }
    if (!Transitions.taken(request.get().state())) {
      return Verdict.NOT_ACCEPTED_YET;
    }
    announcements.written(request.get(), message);
    return Verdict.DONE;
  }

  /** The unit writes to the resident, and wants to know when that is opened. */
  @Transactional
  public Verdict unitDelivers(UnitId unit, RequestId id, FormalMessage message) {
    var request = ofUnit(unit, id);
    if (request.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (!request.get().hasAccount()) {
      return Verdict.NO_INBOX;
    }
    if (!Transitions.taken(request.get().state())) {
      return Verdict.NOT_ACCEPTED_YET;
    }
    var delivery = FormalDelivery.arriving(message, clock.instant().truncatedTo(SECONDS));
    if (!formals.arrived(id, delivery)) {
      return Verdict.WRONG_ORDER;
    }
    announcements.delivered(request.get(), message, delivery);
    return Verdict.DONE;
  }

  /** The unit asks the resident. */
  @Transactional
  public Verdict unitAsks(UnitId unit, RequestId id, Question question) {
    var request = ofUnit(unit, id);
    if (request.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (!request.get().hasAccount()) {
      return Verdict.NO_INBOX;
    }
    if (!Transitions.taken(request.get().state())) {
      return Verdict.NOT_ACCEPTED_YET;
    }
    if (!Transitions.legal(request.get().state(), RequestState.QUESTION_ASKED)
        || !questions.asked(id, question)) {
      return Verdict.WRONG_ORDER;
    }
    var further = note(request.get(), RequestState.QUESTION_ASKED);
    announcements.asked(further, question);
    announcements.moved(further);
    return Verdict.DONE;
  }

  /** The unit says how far the request is. */
  @Transactional
  public Verdict stateChanged(
      UnitId unit, RequestId id, RequestState state, @Nullable String text) {
    var request = ofUnit(unit, id);
    if (request.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (text != null && !request.get().hasAccount()) {
      return Verdict.NO_INBOX;
    }
    if (!Transitions.taken(request.get().state())) {
      return Verdict.NOT_ACCEPTED_YET;
    }
    if (!Transitions.legal(request.get().state(), state)) {
      return Verdict.WRONG_ORDER;
    }
    announcements.changed(note(request.get(), state), text);
    return Verdict.DONE;
  }

  private Optional<RequestEnvelope> ofUnit(UnitId unit, RequestId id) {
    return envelopes.lock(id).filter(request -> request.unit().equals(unit));
  }

  private RequestEnvelope note(RequestEnvelope request, RequestState state) {
    var further = request.in(state, clock.instant());
    envelopes.note(further);
    return further;
  }
}
