package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.form.SmallAnswer;
import ch.meinkonto.request.Answer;
import ch.meinkonto.request.AnswerOutcome;
import ch.meinkonto.request.Attachment;
import ch.meinkonto.request.Requests;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the resident's answer to the unit, sealed like the request. What stays here is the text, as
 * a message under the account's key, and the files' names; the files themselves do not.
 */
@Component
class Answering {

  private final Requests requests;
  private final Correspondence correspondence;
  private final Clock clock;

  Answering(Requests requests, Correspondence correspondence, Clock clock) {
    this.requests = requests;
    this.correspondence = correspondence;
    this.clock = clock;
  }

  /** The answer to a question that wants a text. */
  @Transactional
  AnswerOutcome send(
      AccountId account,
      OpenedThread thread,
      Letter question,
      String text,
      List<AnswerFiles.Checked.File> files) {
    var attachments =
        files.stream()
            .map(file -> new Attachment(file.name(), file.mediaType(), file.content(), null))
            .toList();
    return send(account, thread, question, new Answer(name(question), text, attachments), text);
  }

  /** The answer to a question with fields. */
  @Transactional
  AnswerOutcome send(
      AccountId account, OpenedThread thread, Letter question, SmallAnswer.Complete complete) {
    var attachments = complete.files().stream().map(Attachment::of).toList();
    var fields = new Answer.Fields(complete.answers(), complete.schema());
    return send(
        account,
        thread,
        question,
        new Answer(name(question), complete.unitText(), attachments, fields),
        complete.text());
  }

  private AnswerOutcome send(
      AccountId account, OpenedThread thread, Letter question, Answer answer, String kept) {
    var outcome = requests.answer(thread.request(), answer);
    if (outcome instanceof AnswerOutcome.Sent) {
      var files =
          answer.attachments().stream()
              .map(file ->
                  new Body.File(
                      null,
                      file.fileName(),
                      file.mediaType(),
                      Math.toIntExact(file.content().size())))
              .toList();
      correspondence.answered(
          account,
          thread.id(),
          question,
          Body.answer(kept, answer.questionId(), files),
          clock.instant());
    }
    return outcome;
  }

  private static String name(Letter question) {
    return Objects.requireNonNull(question.body().question());
  }
}
