package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.payment.Charge;
import ch.meinkonto.payment.Payments;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where what a resident sent becomes binding: all of it or nothing, in one transaction. */
@Component
class Ledger {

  /** Others may wait for the places that are to be paid. */
  private static final Duration FOR_PLACES = Duration.ofMinutes(20);

  private final Envelopes envelopes;
  private final Submissions submissions;
  private final HeldRequests held;
  private final Payments payments;
  private final Questions questions;
  private final Announcements announcements;
  private final ObjectProvider<PlaceClaims> claims;

  Ledger(
      Envelopes envelopes,
      Submissions submissions,
      HeldRequests held,
      Payments payments,
      Questions questions,
      Announcements announcements,
      ObjectProvider<PlaceClaims> claims) {
    this.envelopes = envelopes;
    this.submissions = submissions;
    this.held = held;
    this.payments = payments;
    this.questions = questions;
    this.announcements = announcements;
    this.claims = claims;
  }

  /**
   * Lets go of what the same draft became before, if nobody has paid for it; false if somebody has.
   */
  @Transactional
  boolean letGo(UUID draftId) {
    return held.ofDraft(draftId)
        .map(before -> payments.drop(PaidRequests.KIND, before.value()))
        .orElse(true);
  }

  /** Enters a request; empty, and nothing entered, when its draft or its reference is taken. */
  @Transactional
  Optional<SubmitOutcome> enter(
      NewRequest asked,
      RequestEnvelope request,
      SealedSubmission sealed,
      List<SealedSubmission> copies) {
    return switch (claim(asked, request)) {
      case PlaceClaims.Outcome.Claimed() -> claimed(asked, request, sealed, copies);
      case PlaceClaims.Outcome.Entered() -> inDraw(asked.draftId(), request, sealed);
      case PlaceClaims.Outcome.Refused(var why) -> Optional.of(new SubmitOutcome.NoPlace(why));
    };
  }

  private Optional<SubmitOutcome> claimed(
      NewRequest asked,
      RequestEnvelope request,
      SealedSubmission sealed,
      List<SealedSubmission> copies) {
    var due = asked.due();
    if (due != null) {
      return held.hold(asked.draftId(), request, sealed, copies)
          ? Optional.of(
              new SubmitOutcome.Unpaid(request, payments.charge(charge(asked, request, due))))
          : Optional.empty();
    }
    return enterNow(asked, request, sealed, copies)
        ? Optional.of(new SubmitOutcome.Received(request))
        : Optional.empty();
  }

  /** It lies here as any other, but no delivery begins. */
  private Optional<SubmitOutcome> inDraw(
      UUID draftId, RequestEnvelope request, SealedSubmission sealed) {
    var entered = request.in(RequestState.ENTERED, request.receivedAt());
    if (!submissions.addRequest(draftId, entered, sealed)) {
      return Optional.empty();
    }
    announcements.entered(entered, sealed.receipt());
    return Optional.of(new SubmitOutcome.Received(entered));
  }

  private PlaceClaims.Outcome claim(NewRequest asked, RequestEnvelope request) {
    var booked = asked.booked();
    return booked == null
        ? new PlaceClaims.Outcome.Claimed()
        : Objects.requireNonNull(claims.getIfAvailable(), "no module gives places away")
            .claim(asked.draftId(), request, booked);
  }

  private static Charge charge(NewRequest asked, RequestEnvelope request, NewRequest.Due due) {
    return new Charge(
        PaidRequests.KIND,
        request.id().value(),
        request.service(),
        request.unit(),
        payer(asked).value(),
        request.language(),
        due.amount(),
        due.ways(),
        asked.booked() == null ? null : FOR_PLACES);
  }

  /** Whoever sends it pays, also for somebody else. */
  private static AccountId payer(NewRequest asked) {
    var payer = asked.acting() == null ? asked.account() : asked.acting().actor();
    return Objects.requireNonNull(payer, "who pays is logged in");
  }

  private boolean enterNow(
      NewRequest asked,
      RequestEnvelope request,
      SealedSubmission sealed,
      List<SealedSubmission> copies) {
    if (!submissions.addRequest(asked.draftId(), request, sealed)) {
      return false;
    }
    announcements.received(request, sealed.receipt(), asked.calendar());
    for (var copy : copies) {
      submissions.add(copy);
      announcements.copied(request, copy.envelope());
    }
    return true;
  }

  /** Enters an answer; false, and nothing entered, when the question is not open any more. */
  @Transactional
  boolean enter(SealedSubmission answer) {
    var envelope = answer.envelope();
    var request = envelopes.lock(envelope.requestId()).orElseThrow();
    var questionId = envelope.inReplyTo();
    if (questionId == null
        || !Transitions.answerable(request.state())
        || !questions.answered(request.id(), questionId, envelope.receivedAt())
        || !submissions.add(answer)) {
      return false;
    }
    announcements.answered(request, envelope);
    if (request.state() == RequestState.QUESTION_ASKED && !questions.anyOpen(request.id())) {
      var further = request.in(RequestState.IN_PROGRESS, envelope.receivedAt());
      envelopes.note(further);
      announcements.moved(further);
    }
    return true;
  }

  /** The request that the answer is about, if its question is open. */
  Optional<RequestEnvelope> whereAsked(RequestId id, Answer answer) {
    return envelopes
        .find(id)
        .filter(request -> Transitions.answerable(request.state()))
        .filter(request -> questions.open(request.id(), answer));
  }

  Optional<SubmissionId> answerTo(RequestId id, String questionId) {
    return submissions.answerTo(id, questionId);
  }
}
