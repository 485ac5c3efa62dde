package ch.meinkonto.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.request.AnswerOutcome;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.trust.LogEntry;
import ch.meinkonto.trust.TrustLog;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.RequestHandler;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anna sends something; the office takes it, asks, gets an answer and decides. */
class WholeWayTest {

  private final Threads threads = CityOfTests.portal().bean(Threads.class);
  private final Letters letters = CityOfTests.portal().bean(Letters.class);
  private final Answering answering = CityOfTests.portal().bean(Answering.class);
  private final TrustLog trustLog = CityOfTests.portal().bean(TrustLog.class);
  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final List<ReceivedRequest> inTray = new ArrayList<>();
  private final RequestHandler accepts =
      request -> {
        inTray.add(request);
        return Outcome.accepted();
      };

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void annaReadsTheWholeStoryInOneThread() {
    var sent = Residents.annaSends(keys);
    var anna = anna(sent);
    office.receiveOnce(accepts, 10, Duration.ZERO);
    var question = office.cases().ask(sent.id(), "Seit wann wohnen Sie dort?");
    var asked = thread(anna, sent);
    assertThat(asked.asks()).isTrue();
    assertThat(asked.unread()).isEqualTo(3);

    var waiting = letters.waiting(anna, asked.id()).getFirst();
    assertThat(waiting.body().question()).isEqualTo(question);
    assertThat(answering.send(anna, asked, waiting, "Seit dem 1. Mai.", List.of()))
        .isInstanceOf(AnswerOutcome.Sent.class);
    assertThat(answering.send(anna, asked, waiting, "Zweiter Klick", List.of()))
        .isInstanceOf(AnswerOutcome.Sent.class);
    assertThat(thread(anna, sent).asks()).isFalse();

    office
        .cases()
        .message(
            sent.id(),
            "Danke.",
            Document.of("Brief.pdf", "application/pdf", "%PDF-".getBytes(UTF_8)));
    office.cases().state(sent.id(), RequestState.CLOSED, "Alles erledigt.");
    var read = letters.ofThread(anna, asked.id(), null, 20).reversed();
    assertThat(read)
        .extracting(Letter::kind)
        .containsExactly(
            MessageKind.RECEIPT,
            MessageKind.STATE,
            MessageKind.QUESTION,
            MessageKind.ANSWER,
            MessageKind.MESSAGE,
            MessageKind.STATE);
    assertThat(read.get(3).body().text()).isEqualTo("Seit dem 1. Mai.");
    assertThat(read.getFirst().body().receipt()).isNotBlank();
    assertThat(thread(anna, sent).state()).isEqualTo(RequestState.CLOSED);
  }

  @Test
  void theFilesOfAnAnswerGoToTheOfficeAndDoNotStay() {
    var sent = Residents.annaSends(keys);
    var anna = anna(sent);
    office.receiveOnce(accepts, 10, Duration.ZERO);
    office.cases().ask(sent.id(), "Bitte den Mietvertrag.", true);
    var thread = thread(anna, sent);
    var waiting = letters.waiting(anna, thread.id()).getFirst();
    assertThat(waiting.body().uploads()).isTrue();
    answering.send(
        anna,
        thread,
        waiting,
        "Hier ist er.",
        List.of(
            new AnswerFiles.Checked.File(
                "Vertrag.pdf", "application/pdf", Content.of(new byte[] {1, 2}))));
    var answer = letters.ofThread(anna, thread.id(), null, 1).getFirst();
    assertThat(answer.body().files())
        .singleElement()
        .satisfies(file -> {
          assertThat(file.name()).isEqualTo("Vertrag.pdf");
          assertThat(file.id()).isNull();
        });
  }

  @Test
  void theDataLogTellsTheSameStory() {
    var sent = Residents.annaSends(keys);
    office.receiveOnce(accepts, 10, Duration.ZERO);
    office.cases().message(sent.id(), "Danke.");
    assertThat(trustLog.all(anna(sent).value()))
        .extracting(LogEntry::kind)
        .containsSubsequence("request-sent", "request-taken", "message-received");
  }

  private OpenedThread thread(AccountId anna, RequestEnvelope request) {
    return threads.find(anna, threads.of(request.id()).orElseThrow()).orElseThrow();
  }

  private static AccountId anna(RequestEnvelope request) {
    return Objects.requireNonNull(request.account());
  }
}
