package ch.meinkonto.unit;

import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.Actor;
import ch.meinkonto.contract.AnswerText;
import ch.meinkonto.contract.DeliveryNotice;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.contract.Withdrawal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request, or something that came later about one, opened: every part was sealed by the portal
 * for this submission and is complete.
 *
 * @param metadata envelope, sender, what the attachments are
 * @param answers the answers as one JSON object, after the schema at {@code envelope().schemaUrl()}
 * @param attachments in the order in which the resident gave them
 * @param receipt the portal's signed receipt: worth archiving beside the request
 * @param attempt counted from one
 */
public record ReceivedRequest(
    Metadata metadata,
    JsonNode answers,
    List<ReceivedAttachment> attachments,
    String receipt,
    int attempt) {

  public ReceivedRequest {
    Objects.requireNonNull(metadata, "metadata");
    Objects.requireNonNull(answers, "answers");
    attachments = List.copyOf(attachments);
    Objects.requireNonNull(receipt, "receipt");
  }

  /** The idempotency key: store under it, and a second time nothing happens. */
  public SubmissionId id() {
    return envelope().submissionId();
  }

  /** The request that this is or belongs to; use it for messages, questions and states. */
  public RequestId requestId() {
    return envelope().requestId();
  }

  /** What it is: service, reference, language, assurance, times. */
  public Envelope envelope() {
    return metadata.envelope();
  }

  /** Who sent it; empty for services without login. */
  public Optional<Sender> sender() {
    return Optional.ofNullable(metadata.sender());
  }

  /** Who acts for the sender, by a mandate; empty when the sender acts themselves. */
  public Optional<Actor> actor() {
    return Optional.ofNullable(metadata.actor());
  }

  /**
   * Which of the unit's offices it is for, by the id that the service's form gives it; empty for
   * the unit itself. Answers to questions do not say it again: they belong to their request.
   */
  public Optional<String> office() {
    return Optional.ofNullable(metadata.office());
  }

  /** Under which name the unit knows the sender since it has activated them for this service. */
  public Optional<ActivationLink> activation() {
    return Optional.ofNullable(metadata.activation());
  }

  /**
   * The unit that decides, if that is another: then this is a copy, or takes the request back. It
   * is accepted or rejected, and nothing else is said about it.
   */
  public Optional<String> inCharge() {
    return Optional.ofNullable(metadata.inCharge());
  }

  /** The text, if this answers a question of the unit. */
  public Optional<AnswerText> answer() {
    return envelope().kind() == SubmissionKind.ANSWER
        ? Optional.of(Json.mapper().treeToValue(answers, AnswerText.class))
        : Optional.empty();
  }

  /**
   * What the resident says, if this takes an earlier request back. The request may be one that the
   * unit never took.
   */
  public Optional<Withdrawal> withdrawal() {
    return envelope().kind() == SubmissionKind.WITHDRAWAL
        ? Optional.of(Json.mapper().treeToValue(answers, Withdrawal.class))
        : Optional.empty();
  }

  /** How a formal delivery went, if this tells it. */
  public Optional<DeliveryNotice> notice() {
    return envelope().kind() == SubmissionKind.DELIVERY_NOTICE
        ? Optional.of(Json.mapper().treeToValue(answers, DeliveryNotice.class))
        : Optional.empty();
  }

  /** Says what it is, never what is in it. */
  @Override
  public String toString() {
    return "ReceivedRequest["
        + envelope().reference()
        + ", "
        + envelope().service()
        + ", "
        + attachments.size()
        + " attachments]";
  }
}
