package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.unit.Outcome;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was brought is forgotten in its time. */
class HousekeepingTest {

  private final Duration kept = LongTime.bean(DeliverySettings.class).remember();

  @Test
  void sealedPartsGoWhenTheUnitHasTakenOrRejectedThem() {
    var taken = LongTime.annaSends();
    assertThat(parts(taken)).isPositive();
    receive(Outcome.accepted());
    assertThat(parts(taken)).isZero();

    var rejected = LongTime.annaSends();
    receive(Outcome.rejected("not-responsible", "nicht zuständig"));
    assertThat(parts(rejected)).isZero();
  }

  @Test
  void deliveriesAndEventsAreForgottenAfterNinetyDays() {
    var done = LongTime.annaSends();
    receive(Outcome.accepted());
    var waiting = LongTime.annaSends();

    LongTime.tick(kept.minusHours(1), "delivery-forget");
    assertThat(items(done)).isOne();
    assertThat(LongTime.rows("delivery_event")).isPositive();

    LongTime.tick(Duration.ofHours(2), "delivery-forget");
    assertThat(items(done)).isZero();
    assertThat(items(waiting)).isOne();
    assertThat(LongTime.rows("delivery_event")).isZero();
  }

  @Test
  void aUsedSignInIsForgottenOnceItIsWorthNothingAnyway() {
    LongTime.annaSends();
    receive(Outcome.accepted());
    var end =
        LongTime.bean(JdbcClient.class)
            .sql("SELECT max(expires_at) FROM delivery_assertion")
            .query(OffsetDateTime.class)
            .single();
    var left = Duration.between(LongTime.clock().instant(), end.toInstant());

    LongTime.tick(left.minusSeconds(30), "delivery-forget");
    assertThat(LongTime.rows("delivery_assertion WHERE expires_at = ?", end)).isPositive();

    LongTime.tick(Duration.ofSeconds(31), "delivery-forget");
    assertThat(LongTime.rows("delivery_assertion")).isZero();
  }

  private static void receive(Outcome outcome) {
    try (var office = LongTime.office()) {
      office.receiveOnce(_ -> outcome, 10, Duration.ZERO);
    }
  }

  private static int items(RequestEnvelope request) {
    return LongTime.rows("delivery_item WHERE request_id = ?", request.id().value());
  }

  private static int parts(RequestEnvelope request) {
    return LongTime.rows(
        "request_part JOIN request_submission ON id = submission_id WHERE request_id = ?",
        request.id().value());
  }
}
