package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.Unit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office sleeps, and nobody is left in the dark about it. */
class LatenessTest {

  private final Unit office = LongTime.office();

  @BeforeEach
  void theOfficeIsUpToDate() {
    int taken;
    do {
      taken = take();
    } while (taken > 0);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private int take() {
    return office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO).accepted();
  }

  private static void daysPass(int days) {
    LongTime.tick(Duration.ofDays(days), "delivery-late");
  }

  /** How often she was told that something has changed. */
  private static int news(RequestEnvelope request) {
    return LongTime.rows(
        "messages_letter JOIN messages_thread thread ON thread.id = thread_id"
            + " WHERE kind = 'state' AND request_id = ?",
        request.id().value());
  }

  private static List<Mailbox.Mail> mails() {
    return new Mailbox().mails(LongTime.OPERATORS);
  }

  @Test
  void whoSentItHearsOnceThatItHasNotBeenTakenForThreeDays() {
    var request = LongTime.annaSends();
    daysPass(2);
    assertThat(news(request)).isZero();

    daysPass(2);
    assertThat(news(request)).isOne();
    daysPass(4);
    assertThat(news(request)).isOne();
    assertThat(take()).isPositive();
    assertThat(news(request)).isEqualTo(2);
  }

  @Test
  void whoRunsThePortalHearsOfItOnceADayAtMostAndWithoutNames() {
    LongTime.annaSends();
    LongTime.annaSends();
    var before = mails().size();
    daysPass(4);
    await().atMost(Duration.ofSeconds(20)).until(() -> mails().size() == before + 1);
    assertThat(mails().getLast().text()).contains("amt-1", "Anzahl 2").doesNotContain("Anna");

    LongTime.annaSends();
    LongTime.run("delivery-late");
    daysPass(1);
    assertThat(mails()).hasSize(before + 1);
    daysPass(3);
    await().atMost(Duration.ofSeconds(20)).until(() -> mails().size() == before + 2);
    assertThat(mails().getLast().text()).contains("Anzahl 3");
  }

  @Test
  void whatIsTakenInTimeIsNotMentioned() {
    var request = LongTime.annaSends();
    take();
    daysPass(10);
    assertThat(news(request)).isOne();
  }

  @Test
  void whatWasPutAsideIsLateToo() {
    var request = LongTime.annaSends();
    LongTime.bean(JdbcClient.class)
        .sql("UPDATE delivery_item SET state = 'set-aside' WHERE id = :id")
        .param("id", request.id().value())
        .update();
    daysPass(4);
    assertThat(news(request)).isOne();
    LongTime.bean(Deliveries.class).putBack(new DeliveryId(request.id().value()));
    assertThat(take()).isPositive();
  }
}
