package ch.meinkonto.request;

import ch.meinkonto.contract.DeliveryOutcome;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import ch.meinkonto.payment.Payments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells whoever must know, in the transaction in which it happens: the other modules by an event
 * that carries ids only, the resident's conversation with the words, the trust log.
 */
@Component
class Announcements {

  private final ApplicationEventPublisher events;
  private final ObjectProvider<Conversation> conversations;
  private final RequestLog log;
  private final AnswerBell bell;
  private final FirstAnswers firstAnswers;
  private final Payments payments;
  private final ObjectProvider<PlaceClaims> claims;

  Announcements(
      ApplicationEventPublisher events,
      ObjectProvider<Conversation> conversations,
      RequestLog log,
      AnswerBell bell,
      FirstAnswers firstAnswers,
      Payments payments,
      ObjectProvider<PlaceClaims> claims) {
    this.events = events;
    this.conversations = conversations;
    this.log = log;
    this.bell = bell;
    this.firstAnswers = firstAnswers;
    this.payments = payments;
    this.claims = claims;
  }

  /**
   * A request came in.
   *
   * @param calendar where its sender subscribes to what fits; null when nothing does
   */
  void received(RequestEnvelope request, String receipt, @Nullable String calendar) {
    arrived(request);
    entered(request, receipt, calendar);
  }

  private void arrived(RequestEnvelope request) {
    events.publishEvent(
        new RequestReceived(
            request.id().value(), request.service().value(), request.unit().value()));
  }

  /** It takes part in a draw, which says whether its unit hears of it. */
  void entered(RequestEnvelope request, String receipt) {
    entered(request, receipt, null);
  }

  private void entered(RequestEnvelope request, String receipt, @Nullable String calendar) {
    var booked = claims.stream().flatMap(claim -> claim.words(request).stream()).findFirst();
    converse(
        request,
        conversation ->
            conversation.opened(
                request, receipt, booked.orElse(""), calendar == null ? "" : calendar));
    log.sent(request);
  }

  /**
   * It was drawn: from here on it is a request as any other.
   *
   * @param words what was drawn
   */
  void drawn(RequestEnvelope request, String words) {
    arrived(request);
    converse(request, talk -> talk.stateChanged(request, request.state(), words));
    log.record(request, "request-drawn", "portal", "your-wish");
  }

  /** It was not drawn, and is erased. */
  void notDrawn(RequestEnvelope request, String words) {
    converse(request, talk -> talk.stateChanged(request, request.state(), words));
    log.record(request, "request-not-drawn", "portal", "your-wish");
  }

  /** A unit that does not decide it gets a part of it. */
  void copied(RequestEnvelope request, Envelope copy) {
    copySent(copy);
    log.record(request, "request-copied", copy.unit(), "your-wish");
  }

  /** Something lies ready for a unit that does not decide. */
  void copySent(Envelope copy) {
    events.publishEvent(
        new CopySent(
            copy.requestId().value(), copy.submissionId().value(), copy.service(), copy.unit()));
  }

  /**
   * A unit that does not decide has its part.
   *
   * @param elsewhere the request as that unit sees it
   */
  void copyTaken(RequestEnvelope elsewhere) {
    log.record(elsewhere, "copy-taken", elsewhere.unit().value(), "your-request");
  }

  void answered(RequestEnvelope request, Envelope answer) {
    events.publishEvent(
        new AnswerReceived(
            request.id().value(),
            answer.submissionId().value(),
            request.service().value(),
            request.unit().value()));
    log.record(request, "answer-sent", "you", "your-wish");
  }

  void taken(RequestEnvelope request) {
    events.publishEvent(
        new RequestTaken(
            request.id().value(),
            request.unit().value(),
            Duration.between(request.receivedAt(), request.stateSince())));
    converse(request, talk -> talk.stateChanged(request, RequestState.ACCEPTED, null));
    takenAllTheSame(request);
  }

  /** The unit had fetched it before it was taken back: whoever sent it should see that. */
  void takenAllTheSame(RequestEnvelope request) {
    log.record(request, "request-taken", request.unit().value(), "your-request");
  }

  void late(RequestEnvelope request) {
    converse(request, conversation -> conversation.late(request));
  }

  void withdrawn(RequestEnvelope request, @Nullable SubmissionId withdrawal, String words) {
    events.publishEvent(
        new RequestWithdrawn(
            request.id().value(),
            withdrawal == null ? null : withdrawal.value(),
            request.service().value(),
            request.unit().value()));
    if (withdrawal == null) {
      payments.giveBack(
          PaidRequests.KIND, request.id().value()); // the unit has done nothing for it
    }
    converse(request, conversation -> conversation.withdrawn(request, words));
    log.record(request, "request-withdrawn", "you", "your-wish");
  }

  void rejected(RequestEnvelope request, String reason) {
    payments.giveBack(PaidRequests.KIND, request.id().value());
    events.publishEvent(new RequestRejected(request.id().value()));
    firstAnswers.said(request);
    converse(request, talk -> talk.stateChanged(request, RequestState.REJECTED, reason));
    ring(request);
    log.record(request, "request-rejected", request.unit().value(), "your-request");
  }

  /** The unit moved the request on; the resident hears of it. */
  void changed(RequestEnvelope request, @Nullable String text) {
    moved(request);
    firstAnswers.moved(request, text);
    converse(request, conversation -> conversation.stateChanged(request, request.state(), text));
    ring(request);
  }

  /** The request moved on by what the resident did or the unit asked; that is said elsewhere. */
  void moved(RequestEnvelope request) {
    events.publishEvent(new RequestStateChanged(request.id().value(), request.state().code()));
  }

  void written(RequestEnvelope request, UnitMessage message) {
    firstAnswers.said(request);
    converse(request, conversation -> conversation.unitWrites(request, message));
    ring(request);
    log.record(request, "message-received", request.unit().value(), "your-request");
  }

  void delivered(RequestEnvelope request, FormalMessage message, FormalDelivery delivery) {
    firstAnswers.said(request);
    converse(request, conversation -> conversation.unitDelivers(request, message, delivery));
    ring(request);
    log.record(request, "formal-received", request.unit().value(), "your-request");
  }

  void noticed(RequestEnvelope request, Envelope notice, DeliveryOutcome outcome) {
    events.publishEvent(
        new DeliveryNoticed(
            request.id().value(),
            notice.submissionId().value(),
            request.service().value(),
            request.unit().value()));
    switch (outcome) {
      case OPENED -> log.record(request, "formal-opened", "you", "your-wish");
      case NOT_OPENED -> log.record(request, "formal-not-opened", "portal", "law");
      case UNDELIVERABLE -> {} // the log goes with its account
    }
  }

  void asked(RequestEnvelope request, Question question) {
    firstAnswers.said(request);
    converse(request, conversation -> conversation.unitAsks(request, question));
    ring(request);
    log.record(request, "question-asked", request.unit().value(), "your-request");
  }

  void refunded(RequestEnvelope request, UnitRefund refund) {
    firstAnswers.said(request);
    converse(request, conversation -> conversation.unitRefunds(request, refund));
    ring(request);
    log.record(request, "refund-decided", request.unit().value(), "your-request");
  }

  void placed(RequestEnvelope request, List<Place> places, Instant at) {
    firstAnswers.said(request);
    converse(request, conversation -> conversation.unitPlaces(request, places, at));
    ring(request);
    log.record(request, "message-received", request.unit().value(), "your-request");
  }

  /** Somebody may be waiting for it on the confirmation. */
  private void ring(RequestEnvelope request) {
    if (request.hasAccount()) {
      bell.ringAfterCommit(request.id());
    }
  }

  private void converse(RequestEnvelope request, Consumer<Conversation> words) {
    if (request.hasAccount()) {
      conversations.forEach(words);
    }
  }
}
