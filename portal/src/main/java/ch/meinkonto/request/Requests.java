package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.payment.Payment;
import ch.meinkonto.payment.PaymentState;
import ch.meinkonto.payment.Payments;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The requests that residents have sent: sending one, finding it again, answering about it. */
@Component
public class Requests {

  private final Intake intake;
  private final Answers answers;
  private final Withdrawals withdrawals;
  private final DeliveryNotices notices;
  private final Envelopes envelopes;
  private final Submissions submissions;
  private final HeldRequests held;
  private final Payments payments;

  Requests(
      Intake intake,
      Answers answers,
      Withdrawals withdrawals,
      DeliveryNotices notices,
      Envelopes envelopes,
      Submissions submissions,
      HeldRequests held,
      Payments payments) {
    this.intake = intake;
    this.answers = answers;
    this.withdrawals = withdrawals;
    this.notices = notices;
    this.envelopes = envelopes;
    this.submissions = submissions;
    this.held = held;
    this.payments = payments;
  }

  /**
   * Seals a request for its unit and keeps it; in one transaction with its receipt, the
   * conversation, the trust log and the event {@link RequestReceived}. Joins a transaction that is
   * under way. The same draft twice gives the same request. What is to be paid first is only sealed
   * and kept: all else happens once it is paid; the same draft again replaces it until then.
   */
  public SubmitOutcome submit(NewRequest request) {
    return intake.take(request);
  }

  /**
   * Seals a resident's answer to a unit's question. The same question answered twice keeps the
   * first answer.
   */
  public AnswerOutcome answer(RequestId request, Answer answer) {
    return answers.send(request, answer);
  }

  /**
   * Its resident opens a formal delivery: the moment is noted, evidence signed, the unit told.
   *
   * @param contents which bytes open
   */
  public NoticeOutcome opened(RequestId request, String messageId, List<Receipt.Content> contents) {
    return notices.opened(request, messageId, contents);
  }

  /**
   * The time of a formal delivery is over and nobody opened it: evidence is signed, the unit told.
   */
  public NoticeOutcome notOpened(
      RequestId request, String messageId, List<Receipt.Content> contents) {
    return notices.notOpened(request, messageId, contents);
  }

  /**
   * Takes a request back.
   *
   * @param words what its sender says about it; empty if nothing
   */
  public WithdrawalOutcome withdraw(RequestId id, String words) {
    return withdrawals.withdraw(id, words);
  }

  /** What a draft became, once it is sent. */
  Optional<RequestEnvelope> ofDraft(UUID draftId) {
    return envelopes.ofDraft(draftId);
  }

  /** What is to be paid for what a draft became; empty when nobody can pay for it any more. */
  Optional<Payment> unpaid(UUID draftId) {
    return held.ofDraft(draftId)
        .flatMap(request -> payments.of(PaidRequests.KIND, request.value()))
        .filter(payment -> payment.state() == PaymentState.OPEN);
  }

  /** The request of that id. */
  public Optional<RequestEnvelope> find(RequestId id) {
    return envelopes.find(id);
  }

  /** The request that people call so. */
  public Optional<RequestEnvelope> byReference(Reference reference) {
    return envelopes.byReference(reference);
  }

  /** The requests of an account, the newest first. */
  public List<RequestEnvelope> ofAccount(AccountId account) {
    return envelopes.ofAccount(account);
  }

  /** What an account has sent for others, the newest first. */
  List<RequestEnvelope> byActor(AccountId actor) {
    return envelopes.byActor(actor);
  }

  /** What other units got of a request. */
  List<RequestCopy> copies(RequestId id) {
    return submissions.copies(id);
  }

  /** The signed receipt (compact JWS): that the portal received the request. */
  public Optional<String> receipt(RequestId id) {
    return submissions.receipt(id);
  }

  /** The second receipt: that the unit took the request; empty until it did. */
  public Optional<String> takenReceipt(RequestId id) {
    return submissions.takenReceipt(id);
  }
}
