package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.request.Attachment;
import ch.meinkonto.request.Handover;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.LocalServer;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.ManyBytes;
import ch.meinkonto.testing.OldIds;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attachments that are too large to be held. */
class LargeAttachmentsTest {

  private static final int MEGABYTE = 1024 * 1024;

  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final Requests requests = CityOfTests.portal().bean(Requests.class);

  @AfterEach
  void close() {
    office.close();
  }

  private NewRequest request(Content... files) {
    return Residents.request(
        keys,
        Residents.register("Anna", "Keller"),
        "{\"anzahl\":1}",
        Stream.of(files)
            .map(file -> new Attachment("Plan.pdf", "application/pdf", file, "plan"))
            .toArray(Attachment[]::new));
  }

  @Test
  void travelInFragmentsWholeAndInOrder() {
    var plan = new ManyBytes(32L * MEGABYTE);
    var note = Content.of(new byte[] {1, 2, 3});
    var sent = Residents.send(request(plan, note));

    var read = new ArrayList<Boolean>();
    var round =
        office.receiveOnce(
            received -> {
              var first = received.attachments().getFirst();
              assertThat(first.about().parts()).hasSize(8).contains("attachment-1.8");
              assertThat(first.size()).isEqualTo(plan.size());
              read.add(plan.isSame(open(first)));
              read.add(plan.isSame(open(first)));
              assertThat(received.attachments().getLast().content()).containsExactly(1, 2, 3);
              return Outcome.accepted();
            },
            1,
            Duration.ZERO);

    assertThat(round.accepted()).isEqualTo(1);
    assertThat(read).containsExactly(true, true);
    assertThat(requests.find(sent.id()).orElseThrow().state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(partsOf(sent)).isZero();
  }

  @Test
  void areNotTakenAwayFromWhoStillFetches() {
    var sent = Residents.send(request(new ManyBytes(20L * MEGABYTE)));
    var door = new Door(keys);
    var delivery = door.lease(1, 30).getFirst();
    assertThat(delivery.parts()).hasSize(7);
    for (var part : delivery.parts()) {
      CityOfTests.clock().tick(Duration.ofSeconds(20));
      assertThat(door.part(delivery, part.name()).status()).as(part.name()).isEqualTo(200);
    }
    CityOfTests.clock().tick(Duration.ofMinutes(3));
    assertThat(door.part(delivery, "attachment-1.2").problem()).isEqualTo("lease-lost");
    assertThat(partsOf(sent)).isEqualTo(7);
  }

  @Test
  void areFetchedWhenAPushBringsOnlyWhatFits() throws Exception {
    var plan = new ManyBytes(20L * MEGABYTE);
    var bodies = new CopyOnWriteArrayList<Integer>();
    var read = new CopyOnWriteArrayList<Boolean>();
    var receiver = office.push();
    try (var server =
        LocalServer.start(
            "/",
            exchange -> {
              var body = exchange.getRequestBody().readAllBytes();
              bodies.add(body.length);
              var answer =
                  receiver.receive(
                      PushTest.headers(exchange),
                      body,
                      received -> {
                        read.add(plan.isSame(open(received.attachments().getFirst())));
                        return Outcome.accepted();
                      });
              exchange.sendResponseHeaders(answer.status(), -1);
            })) {
      CityOfTests.portal()
          .bean(TestPushTargets.class)
          .put(keys.unitId(), URI.create(server.address("/eingang")));
      var sent = Residents.send(request(plan));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> requests.find(sent.id()).orElseThrow().state() == RequestState.ACCEPTED);
    }
    assertThat(read).containsExactly(true);
    assertThat(bodies).allMatch(size -> size < 10 * MEGABYTE);
  }

  @Test
  void leaveNothingBehindWhenTheSameIsSentTwiceAtOnce() throws Exception {
    var request = request(new ManyBytes(9L * MEGABYTE));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<RequestEnvelope> sends = () -> Residents.send(request);
      var both = threads.invokeAll(List.of(sends, sends));
      var sent = both.getFirst().get();
      assertThat(both.getLast().get().id()).isEqualTo(sent.id());
      assertThat(partsOf(sent)).isEqualTo(5); // metadata, data, three fragments
    }
    assertThat(
            rows(
                """
                SELECT count(*) FROM request_part WHERE name LIKE 'attachment%.3'
                  AND submission_id NOT IN (SELECT id FROM request_submission)\
                """))
        .isZero();
  }

  @Test
  void areErasedWhenTheirSubmissionNeverCame() {
    var underWay = staged(Duration.ofMinutes(30));
    var abandoned = staged(Duration.ofMinutes(90));
    LongTime.run("request-erase-abandoned-parts");
    assertThat(LongTime.rows("request_part WHERE submission_id = ?", underWay)).isOne();
    assertThat(LongTime.rows("request_part WHERE submission_id = ?", abandoned)).isZero();
  }

  @Test
  void areNotErasedWhileTheyAreStagedWhateverATestsClockSays() {
    var underWay = staged(Duration.ZERO);
    LongTime.tick(Duration.ofHours(2), "request-erase-abandoned-parts");
    assertThat(LongTime.rows("request_part WHERE submission_id = ?", underWay)).isOne();
  }

  private static UUID staged(Duration ago) {
    var submission = OldIds.madeBefore(ago);
    LongTime.bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO request_part (submission_id, position, name, media_type, size, tag, sealed)
            VALUES (:id, 3, 'attachment-1', 'application/pdf', 3, 'x', 'abc')\
            """)
        .param("id", submission)
        .update();
    return submission;
  }

  private static java.io.InputStream open(ReceivedAttachment attachment) {
    try {
      return attachment.open();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int partsOf(RequestEnvelope sent) {
    return CityOfTests.portal()
        .bean(Handover.class)
        .parts(SubmissionId.of(sent.id()), Long.MAX_VALUE)
        .size();
  }

  private static long rows(String query) {
    return CityOfTests.portal().bean(JdbcClient.class).sql(query).query(Long.class).single();
  }
}
