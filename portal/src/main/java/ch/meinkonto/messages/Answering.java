package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
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

  @Transactional
  AnswerOutcome send(
      AccountId account,
      OpenedThread thread,
      Letter question,
      String text,
      List<AnswerFiles.Checked.File> files) {
    var name = Objects.requireNonNull(question.body().question());
    var outcome =
        requests.answer(
            thread.request(),
            new Answer(
                name,
                text,
                files.stream()
                    .map(
                        file -> new Attachment(file.name(), file.mediaType(), file.content(), null))
                    .toList()));
    if (outcome instanceof AnswerOutcome.Sent) {
      correspondence.answered(
          account,
          thread.id(),
          question,
          Body.answer(
              text,
              name,
              files.stream()
                  .map(file ->
                      new Body.File(null, file.name(), file.mediaType(), file.content().length))
                  .toList()),
          clock.instant());
    }
    return outcome;
  }
}
