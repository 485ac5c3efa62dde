package ch.meinkonto.request;

import static java.time.temporal.ChronoUnit.SECONDS;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a unit says about a request that it has taken. */
@Component
public class Correspondence {

  private final Envelopes envelopes;
  private final Questions questions;
  private final Formals formals;
  private final Payments payments;
  private final Announcements announcements;
  private final Clock clock;

  Correspondence(
      Envelopes envelopes,
      Questions questions,
      Formals formals,
      Payments payments,
      Announcements announcements,
      Clock clock) {
    this.envelopes = envelopes;
    this.questions = questions;
    this.formals = formals;
    this.payments = payments;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** The unit writes to the resident. */
  @Transactional
  public Verdict unitWrites(UnitId unit, RequestId id, UnitMessage message) {
    return about(
        unit,
        id,
        true,
        request -> {
          announcements.written(request, message);
          return Verdict.DONE;
        });
  }

  /** The unit writes to the resident, and wants to know when that is opened. */
  @Transactional
  public Verdict unitDelivers(UnitId unit, RequestId id, FormalMessage message) {
    return about(
        unit,
        id,
        true,
        request -> {
          var delivery = FormalDelivery.arriving(message, clock.instant().truncatedTo(SECONDS));
          if (!formals.arrived(id, delivery)) {
            return Verdict.WRONG_ORDER;
          }
          announcements.delivered(request, message, delivery);
          return Verdict.DONE;
        });
  }

  /** The unit asks the resident. */
  @Transactional
  public Verdict unitAsks(UnitId unit, RequestId id, Question question) {
    return about(
        unit,
        id,
        true,
        request -> {
          if (!Transitions.legal(request.state(), RequestState.QUESTION_ASKED)
              || !questions.asked(id, question)) {
            return Verdict.WRONG_ORDER;
          }
          var further = note(request, RequestState.QUESTION_ASKED);
          announcements.asked(further, question);
          announcements.moved(further);
          return Verdict.DONE;
        });
  }

  /** The unit gives something back; also to somebody who has no account any more. */
  @Transactional
  public Verdict unitRefunds(UnitId unit, RequestId id, UnitRefund refund) {
    return about(
        unit,
        id,
        false,
        request ->
            switch (payments.refund(
                PaidRequests.KIND, id.value(), refund.name(), refund.amount())) {
              case DECIDED -> {
                announcements.refunded(request, refund);
                yield Verdict.DONE;
              }
              case KNOWN -> Verdict.DONE;
              case DIFFERENT -> Verdict.OTHER_AMOUNT;
              case NOT_PAID -> Verdict.NOT_PAID;
              case TOO_MUCH -> Verdict.MORE_THAN_PAID;
            });
  }

  /**
   * The unit says where the request is on its waiting lists, as long as it may go on.
   *
   * @param at when the unit signed it
   */
  @Transactional
  public Verdict unitPlaces(UnitId unit, RequestId id, List<Place> places, Instant at) {
    return about(
        unit,
        id,
        true,
        request -> {
          if (!Transitions.legal(request.state(), RequestState.DECIDED)) {
            return Verdict.WRONG_ORDER;
          }
          announcements.placed(request, places, at);
          return Verdict.DONE;
        });
  }

  /** The unit says how far the request is. */
  @Transactional
  public Verdict stateChanged(
      UnitId unit, RequestId id, RequestState state, @Nullable String text) {
    return about(
        unit,
        id,
        text != null,
        request -> {
          if (!Transitions.legal(request.state(), state)) {
            return Verdict.WRONG_ORDER;
          }
          announcements.changed(note(request, state), text);
          return Verdict.DONE;
        });
  }

  /** Says it about a request of the unit that it has accepted, and to somebody if it has words. */
  private Verdict about(
      UnitId unit, RequestId id, boolean words, Function<RequestEnvelope, Verdict> say) {
    var request = envelopes.lock(id).filter(found -> found.unit().equals(unit));
    if (request.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (words && !request.get().hasAccount()) {
      return Verdict.NO_INBOX;
    }
    return Transitions.taken(request.get().state())
        ? say.apply(request.get())
        : Verdict.NOT_ACCEPTED_YET;
  }

  private RequestEnvelope note(RequestEnvelope request, RequestState state) {
    var further = request.in(state, clock.instant());
    envelopes.note(further);
    return further;
  }
}
