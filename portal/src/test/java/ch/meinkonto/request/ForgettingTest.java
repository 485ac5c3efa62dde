package ch.meinkonto.request;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.RequestState;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.Unit;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Envelopes and receipts stay two years, and nothing is lost that still waits for its unit. */
class ForgettingTest {

  private final Unit office = LongTime.office();
  private final Requests requests = LongTime.bean(Requests.class);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatIsTakenGoesTwoYearsAfterTheLastThingThatHappened() {
    var request = LongTime.annaSends();
    receive();
    ask(request);

    tickTwoYears(Duration.ofDays(-1));
    assertThat(requests.find(request.id())).isPresent();
    assertThat(requests.takenReceipt(request.id())).isPresent();

    tick(Duration.ofDays(2));
    assertThat(left(request)).isZero();
  }

  @Test
  void whatNoUnitHasFetchedStays() {
    var request = LongTime.annaSends();

    tickTwoYears(Duration.ofDays(1));

    assertThat(requests.find(request.id())).isPresent();
    assertThat(receive()).isPositive();
  }

  @Test
  void anAnswerThatWaitsForItsUnitStaysUntilTheUnitClosesTheRequest() {
    var request = LongTime.annaSends();
    receive();
    requests.answer(request.id(), new Answer(ask(request), "Ja", List.of()));

    tickTwoYears(Duration.ofDays(1));
    assertThat(requests.find(request.id())).isPresent();
    assertThat(left(request)).isPositive();

    office.cases().state(request.id(), RequestState.CLOSED);
    tickTwoYears(Duration.ofDays(-1));
    assertThat(requests.find(request.id())).isPresent();
    tick(Duration.ofDays(2));
    assertThat(left(request)).isZero();
  }

  private int receive() {
    return office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO).accepted();
  }

  private String ask(RequestEnvelope request) {
    return office.cases().once("frage" + request.id()).ask(request.id(), "Wirklich?");
  }

  private void tickTwoYears(Duration more) {
    var now = LongTime.clock().instant().atOffset(ZoneOffset.UTC);
    var keep = LongTime.bean(RequestSettings.class).keep();
    tick(Duration.between(now, now.plus(keep)).plus(more));
  }

  private void tick(Duration duration) {
    LongTime.tick(duration, "request-erase");
  }

  /** Rows of the request anywhere that concerns requests. */
  private static int left(RequestEnvelope request) {
    var id = request.id().value();
    return Stream.of(
            LongTime.rows("request_envelope WHERE id = ?", id),
            LongTime.rows("request_submission WHERE request_id = ?", id),
            LongTime.rows("request_question WHERE request_id = ?", id),
            LongTime.rows(
                "request_part WHERE submission_id NOT IN (SELECT id FROM request_submission)"),
            LongTime.rows("delivery_item WHERE request_id = ?", id))
        .mapToInt(Integer::intValue)
        .sum();
  }
}
