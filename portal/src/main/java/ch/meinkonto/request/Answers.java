package ch.meinkonto.request;

import ch.meinkonto.contract.AnswerText;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes answers to units' questions: sealed like the request that they are about. */
@Component
class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private final Sealer sealer;
  private final Staging staging;
  private final ContractEnvelopes contract;
  private final Ledger ledger;
  private final Clock clock;

  Answers(Sealer sealer, Staging staging, ContractEnvelopes contract, Ledger ledger, Clock clock) {
    this.sealer = sealer;
    this.staging = staging;
    this.contract = contract;
    this.ledger = ledger;
    this.clock = clock;
  }

  AnswerOutcome send(RequestId id, Answer answer) {
    var asked = ledger.whereAsked(id, answer);
    if (asked.isEmpty()) {
      return first(id, answer);
    }
    var request = asked.get();
    var sealing = sealer.sealingFor(request.unit());
    if (sealing.isEmpty()) {
      log.error("Unit {} has no key to seal an answer for", request.unit().value());
      return new AnswerOutcome.UnitCannotReceive();
    }
    var answerId = new SubmissionId(Ids.next());
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var sealed =
        sealer.seal(
            sealing.get(),
            contract.answer(request, answerId, answer.questionId(), now),
            request.account(),
            Json.bytes(content(answer)),
            null,
            answer.attachments());
    if (ledger.enter(sealed)) {
      return new AnswerOutcome.Sent(answerId);
    }
    staging.clear(List.of(answerId));
    return first(id, answer);
  }

  private static AnswerText content(Answer answer) {
    var fields = answer.fields();
    return fields == null
        ? new AnswerText(answer.questionId(), answer.text())
        : new AnswerText(
            answer.questionId(),
            answer.text(),
            Json.mapper().valueToTree(fields.answers()),
            Json.mapper().valueToTree(fields.schema()));
  }

  /** What was sent before, such as by the first of two clicks. */
  private AnswerOutcome first(RequestId id, Answer answer) {
    return ledger
        .answerTo(id, answer.questionId())
        .<AnswerOutcome>map(AnswerOutcome.Sent::new)
        .orElseGet(AnswerOutcome.NotAsked::new);
  }
}
