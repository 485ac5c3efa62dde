package ch.meinkonto.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.unit.TestPortal.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnitTest {

  private static final Retry QUICK = new Retry(4, Duration.ofMillis(1), Duration.ofMillis(5));
  private static final UnitKeys KEYS = UnitKeys.generate("dav");

  private final TickingClock clock = new TickingClock();
  private final List<ReceivedRequest> archive = new ArrayList<>();
  private TestPortal portal = start();
  private Unit unit = connect();

  private TestPortal start() {
    try {
      return new TestPortal(KEYS.publicJwks(), clock);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Unit connect() {
    return Unit.connect(UnitSettings.of(portal.address(), KEYS).withRetry(QUICK).withClock(clock));
  }

  @BeforeEach
  void anEmptyPortal() {
    assertThat(portal.offers).isEmpty();
  }

  @AfterEach
  void stop() {
    unit.close();
    portal.close();
  }

  @Test
  void takesARequestWithEverythingInIt() {
    Offer offer = portal.offerRequest();

    assertThat(receive()).isEqualTo(new Round(1, 0, 0, 0));

    ReceivedRequest request = archive.getFirst();
    assertThat(request.id().toString()).isEqualTo(request.requestId().toString());
    assertThat(request.envelope()).isEqualTo(offer.envelope);
    assertThat(request.answers().get("plate").asString()).isEqualTo("ZH 123456");
    assertThat(request.sender().orElseThrow().name().family()).isEqualTo("Muster");
    assertThat(request.office()).hasValue("kreis-4");
    assertThat(request.attachments())
        .singleElement()
        .satisfies(attachment -> {
          assertThat(attachment.about().fileName()).isEqualTo("Ausweis.pdf");
          assertThat(attachment.content()).isEqualTo("%PDF-1.7 licence".getBytes(UTF_8));
        });
    assertThat(offer.settledAs).isEqualTo("accepted");
    assertThat(request.toString()).doesNotContain("Muster").doesNotContain("123456");
  }

  @Test
  void comesBackWithNothingWhenThereIsNothing() {
    assertThat(receive()).isEqualTo(Round.NOTHING);
  }

  @Test
  void takesManyWithSeveralWorkers() {
    for (int i = 0; i < 25; i++) {
      portal.offerRequest();
    }
    try (Unit busy =
        Unit.connect(
            UnitSettings.of(portal.address(), KEYS)
                .withRetry(QUICK)
                .withClock(clock)
                .withWorkers(4))) {
      assertThat(busy.receiveOnce(_ -> Outcome.accepted(), 50, Duration.ZERO).accepted())
          .isEqualTo(25);
    }
    assertThat(portal.offers).allSatisfy(o -> assertThat(o.settledAs).isEqualTo("accepted"));
  }

  @Test
  void rejectsWithAReason() {
    Offer offer = portal.offerRequest();
    Round round =
        unit.receiveOnce(
            _ -> Outcome.rejected("no-vehicle", "Ohne Auto gibt es keine Karte."),
            10,
            Duration.ZERO);
    assertThat(round.rejected()).isOne();
    assertThat(offer.settledAs).isEqualTo("rejected no-vehicle");
  }

  @Test
  void postponesAsLongAsTheUnitLikes() {
    Offer offer = portal.offerRequest();
    unit.receiveOnce(_ -> Outcome.tryLater(Duration.ofMinutes(10)), 10, Duration.ZERO);
    assertThat(receive()).isEqualTo(Round.NOTHING);
    clock.tick(Duration.ofMinutes(10));
    assertThat(receive().accepted()).isOne();
    assertThat(archive.getFirst().attempt()).isEqualTo(2);
    assertThat(offer.settledAs).isEqualTo("accepted");
  }

  @Test
  void offersAgainWhatTheHandlerFailedOn() {
    portal.offerRequest();
    RequestHandler failing =
        _ -> {
          throw new IOException("disk full");
        };
    assertThat(unit.receiveOnce(failing, 10, Duration.ZERO).postponed()).isOne();
    clock.tick(Duration.ofMinutes(1));
    assertThat(receive().accepted()).isOne();
  }

  @Test
  void readsTheAnswerToAQuestion() {
    Offer request = portal.offerRequest();
    receive();
    String question = unit.cases().ask(request.envelope.requestId(), "Welche Farbe?");
    portal.offers.add(
        Offer.answer(
            request.envelope.requestId(),
            question,
            portal.sealingKey(),
            portal.signingKey,
            clock.instant()));
    receive();
    ReceivedRequest answer = archive.getLast();
    assertThat(answer.requestId()).isEqualTo(request.envelope.requestId());
    assertThat(answer.id().toString()).isNotEqualTo(answer.requestId().toString());
    assertThat(answer.answer().orElseThrow().questionId()).isEqualTo(question);
    assertThat(answer.answer().orElseThrow().text()).isEqualTo("Es ist blau.");
    assertThat(archive.getFirst().answer()).isEmpty();
  }

  @Test
  void writesToTheResident() {
    var request = portal.offerRequest().envelope.requestId();
    Document permit = Document.of("Karte.pdf", "application/pdf", new byte[] {1, 2});
    unit.cases().message(request, "Die Karte liegt bei.", permit);
    unit.cases().state(request, RequestState.DECIDED, "Bewilligt.");
    assertThat(portal.heard)
        .containsExactly(
            new UnitEvent.Message(request, "Die Karte liegt bei.", List.of(permit)),
            new UnitEvent.StateChanged(request, RequestState.DECIDED, "Bewilligt."));
  }

  @Test
  void saysTheSameTwiceOnlyWhenAskedTo() {
    var request = portal.offerRequest().envelope.requestId();
    unit.cases().message(request, "Bitte warten.");
    unit.cases().message(request, "Bitte warten.");
    assertThat(portal.heard).hasSize(2);
    unit.cases().once("outbox-1").message(request, "Bald.");
    unit.cases().once("outbox-1").message(request, "Bald.");
    assertThat(portal.heard).hasSize(3);
  }

  @Test
  void triesAgainWhenThePortalIsBusy() {
    portal.offerRequest();
    portal.failNext("token", Fault.BUSY);
    portal.failNext("leases", Fault.BUSY, Fault.TOO_MANY);
    portal.failNext("deliveries", Fault.BUSY, Fault.ANSWER_LOST);
    portal.failNext("events", Fault.TOO_MANY, Fault.BUSY);
    assertThat(receive().accepted()).isOne();
  }

  @Test
  void givesUpAfterSomeAttempts() {
    portal.failNext("leases", Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY);
    assertThatThrownBy(this::receive)
        .isInstanceOf(PortalUnavailable.class)
        .hasMessageContaining("after 4 attempts");
  }

  @Test
  void isHeardOnceThoughTheAnswerIsLostAfterStoring() {
    Offer offer = portal.offerRequest();
    portal.failNext("events", Fault.ANSWER_LOST, Fault.ANSWER_LOST);
    assertThat(receive().accepted()).isOne();
    assertThat(portal.eventCalls).isEqualTo(3);
    assertThat(portal.heard).hasSize(1);
    unit.cases().message(offer.envelope.requestId(), "Guten Tag");
    portal.failNext("events", Fault.ANSWER_LOST);
    unit.cases().message(offer.envelope.requestId(), "Auf Wiedersehen");
    assertThat(portal.heard).hasSize(3);
  }

  @Test
  void isHeardOnceThoughTheUnitCrashedAfterAccepting() {
    Offer offer = portal.offerRequest();
    receive();
    offer.settledAs = null; // as if the portal had been restored to a moment before
    clock.tick(Duration.ofHours(1));
    unit.close();
    unit = connect();
    assertThat(receive().accepted()).isOne();
    assertThat(portal.heard).hasSize(1);
    assertThat(archive.get(0).id()).isEqualTo(archive.get(1).id());
  }

  @Test
  void getsAnotherTokenWhenItsOwnHasEnded() {
    portal.offerRequest();
    receive();
    portal.endAllTokens();
    portal.offerRequest();
    assertThat(receive().accepted()).isOne();
    clock.tick(Duration.ofMinutes(6));
    portal.offerRequest();
    assertThat(receive().accepted()).isOne();
    assertThat(portal.usedAssertions).hasSize(3);
  }

  @Test
  void keepsItsTokenAsLongAsItIsGood() {
    receive();
    clock.tick(Duration.ofMinutes(4));
    receive();
    assertThat(portal.usedAssertions).hasSize(1);
    clock.tick(Duration.ofSeconds(31));
    receive();
    assertThat(portal.usedAssertions).hasSize(2);
  }

  @Test
  void acceptsEvenWhenTheLeaseRanOutMeanwhile() {
    Offer offer = portal.offerRequest();
    RequestHandler slow =
        request -> {
          clock.tick(Duration.ofMinutes(6));
          return store(request);
        };
    assertThat(unit.receiveOnce(slow, 10, Duration.ZERO).accepted()).isOne();
    assertThat(offer.settledAs).isEqualTo("accepted");
  }

  @Test
  void leavesADeliveryWhoseLeaseIsLostToTheNextRound() {
    Offer first = portal.offerRequest();
    Offer second = portal.offerRequest();
    RequestHandler slow =
        request -> {
          clock.tick(Duration.ofMinutes(6)); // the second one's lease ends while in the queue
          return store(request);
        };
    assertThat(unit.receiveOnce(slow, 10, Duration.ZERO)).isEqualTo(new Round(1, 0, 1, 0));
    assertThat(second.settledAs).isNull();
    assertThat(receive().accepted()).isOne();
    assertThat(List.of(first, second)).allSatisfy(o -> assertThat(o.settledAs).isNotNull());
  }

  @Test
  void setsAsideWhatIsGarbledAndTakesTheRest() {
    Offer garbled = portal.offerRequest();
    garbled.parts.computeIfPresent(
        "data",
        (_, part) ->
            new SealedPart("data", part.mediaType(), part.jwe().replaceFirst("\\.(..)", ".AA")));
    Offer good = portal.offerRequest();
    assertThat(receive()).isEqualTo(new Round(1, 0, 0, 1));
    assertThat(garbled.setAside).isEqualTo("data-AUTHENTICATION");
    assertThat(good.settledAs).isEqualTo("accepted");
    assertThat(archive).hasSize(1);
  }

  @Test
  void setsAsideWhatIsSealedForAnUnknownKey() {
    Offer offer =
        Offer.request(
            UnitKeys.generate("dav").publicJwks().getKeys().getFirst(),
            portal.signingKey,
            clock.instant());
    portal.offers.add(offer);
    assertThat(receive().unreadable()).isOne();
    assertThat(offer.setAside).startsWith("sealed-for-unknown-key dav-enc-");
  }

  @Test
  void setsAsidePartsThatThePortalDidNotSign() {
    Offer offer = portal.offerRequest();
    Offer other = portal.offerRequest();
    offer.parts.put("data", java.util.Objects.requireNonNull(other.parts.get("data")));
    assertThat(receive()).isEqualTo(new Round(1, 0, 0, 1));
    assertThat(offer.setAside).isEqualTo("receipt-of-something-else");
  }

  @Test
  void setsAsideADescriptionThatItDoesNotUnderstand() {
    Offer odd = portal.offerRequest();
    portal.offerRequest();
    portal.leaseAnswer = json -> json.replaceFirst("\"kind\":\"request\"", "\"kind\":\"wish\"");
    assertThat(receive()).isEqualTo(new Round(1, 0, 0, 1));
    assertThat(odd.setAside).isEqualTo("description-not-understood");
  }

  @Test
  void receivesThroughAnOutageUntilItIsClosed() throws InterruptedException {
    Fault[] outage = new Fault[6];
    java.util.Arrays.fill(outage, Fault.BUSY);
    portal.failNext("leases", outage);
    portal.offerRequest();
    portal.offerRequest();
    var taken = new java.util.concurrent.CountDownLatch(2);
    Thread receiving =
        Thread.startVirtualThread(() ->
            unit.receive(_ -> {
              taken.countDown();
              return Outcome.accepted();
            }));
    taken.await();
    unit.close();
    receiving.join();
  }

  @Test
  void givesBackWhatAPollBringsThatWasOpenWhenItWasClosed() {
    Offer offer = portal.offerRequest();
    portal.leaseAnswer =
        json -> {
          unit.close();
          return json;
        };
    assertThat(receive()).isEqualTo(new Round(0, 0, 1, 0));
    assertThat(offer.leaseToken).isNull();
    portal.leaseAnswer = json -> json;
    unit = connect();
    assertThat(receive().accepted()).isOne();
  }

  @Test
  void finishesWhatItHasBegunWhenItIsClosedAndGivesTheRestBack() {
    Offer begun = portal.offerRequest();
    Offer rest = portal.offerRequest();
    RequestHandler closing =
        request -> {
          Thread closer = Thread.startVirtualThread(unit::close);
          while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
          }
          return store(request);
        };
    assertThat(unit.receiveOnce(closing, 10, Duration.ZERO)).isEqualTo(new Round(1, 0, 1, 0));
    assertThat(begun.settledAs).isEqualTo("accepted");
    assertThat(rest.settledAs).isNull();
    assertThat(rest.leaseToken).isNull();
  }

  @Test
  void finishesTheOthersWhenOneIsRefused() {
    Offer refused = portal.offerRequest();
    Offer good = portal.offerRequest();
    portal.leaseAnswer =
        json -> {
          portal.offers.remove(refused); // as if the resident had withdrawn it meanwhile
          return json;
        };
    assertThat(receive()).isEqualTo(new Round(1, 0, 1, 0));
    assertThat(good.settledAs).isEqualTo("accepted");
  }

  @Test
  void handsARefusalOn() {
    assertThatThrownBy(() ->
            Unit.connect(
                    UnitSettings.of(portal.address(), UnitKeys.generate("dav"))
                        .withRetry(QUICK)
                        .withClock(clock))
                .receiveOnce(this::store, 1, Duration.ZERO))
        .isInstanceOfSatisfying(
            PortalRefused.class, refused -> assertThat(refused.problem().status()).isEqualTo(401));
  }

  private Round receive() {
    return unit.receiveOnce(this::store, 10, Duration.ZERO);
  }

  private Outcome store(ReceivedRequest request) {
    archive.add(request);
    return Outcome.accepted();
  }
}
