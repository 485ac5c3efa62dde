package ch.meinkonto.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.LeaseRequest;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.Answer;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.testing.RunningPortal;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Coming for deliveries: many at once, in order, waiting, over a restart. */
class LeasesTest {

  private final Leases leases = CityOfTests.portal().bean(Leases.class);
  private final Bell bell = CityOfTests.portal().bean(Bell.class);
  private final UnitKeys keys = CityOfTests.office();
  private final UnitId unit = new UnitId(keys.unitId());

  @Test
  void givesEachDeliveryToOneOfFifty() throws Exception {
    var sent = IntStream.range(0, 200).mapToObj(_ -> Residents.annaSends(keys)).toList();
    List<Future<List<Delivery>>> workers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      workers =
          threads.invokeAll(
              java.util.Collections.nCopies(50, (Callable<List<Delivery>>) this::takeAll));
    }

    var taken = new ArrayList<Delivery>();
    for (var worker : workers) {
      taken.addAll(worker.get());
    }

    assertThat(taken)
        .extracting(delivery -> delivery.envelope().requestId())
        .containsExactlyInAnyOrderElementsOf(sent.stream().map(RequestEnvelope::id).toList());
  }

  @Test
  void givesTheOldestFirst() throws Exception {
    var first = Residents.annaSends(keys);
    var second = Residents.annaSends(keys);
    var third = Residents.annaSends(keys);

    assertThat(leases.take(unit, new LeaseRequest(2, 0, 60)))
        .extracting(delivery -> delivery.envelope().requestId())
        .containsExactly(first.id(), second.id());
    assertThat(leases.take(unit, new LeaseRequest(2, 0, 60)))
        .extracting(delivery -> delivery.envelope().requestId())
        .containsExactly(third.id());
  }

  @Test
  void bringsTheAnswersOfOneRequestOneAfterTheOther() throws Exception {
    var requests = CityOfTests.portal().bean(Requests.class);
    var sent = Residents.annaSends(keys);
    try (var office = CityOfTests.connect(keys)) {
      office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO);
      for (var name : List.of("eins", "zwei")) {
        var question = office.cases().once(name + keys.unitId()).ask(sent.id(), name);
        requests.answer(sent.id(), new Answer(question, name, List.of()));
      }

      var offered = leases.take(unit, new LeaseRequest(10, 0, 60));

      assertThat(offered)
          .extracting(delivery -> delivery.envelope().inReplyTo())
          .containsExactly("eins" + keys.unitId());
      CityOfTests.clock().tick(Duration.ofSeconds(61));
      assertThat(office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO).accepted())
          .isEqualTo(1);
      assertThat(office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO).accepted())
          .isEqualTo(1);
    }
  }

  @Test
  void wakesWhoWaitsWhenSomethingComes() {
    var waiting = waitForOne();

    var sent = Residents.annaSends(keys);

    assertThat(waiting)
        .succeedsWithin(15, SECONDS)
        .satisfies(got ->
            assertThat(got)
                .extracting(delivery -> delivery.envelope().requestId())
                .containsExactly(sent.id()));
  }

  @Test
  void wakesWhoWaitsWhenALeaseOfAnotherRunsOut() throws Exception {
    Residents.annaSends(keys);
    assertThat(leases.take(unit, new LeaseRequest(1, 0, 60))).hasSize(1);
    var waiting = waitForOne();

    CityOfTests.clock().tick(Duration.ofSeconds(61));

    assertThat(waiting)
        .succeedsWithin(15, SECONDS)
        .satisfies(got -> assertThat(got.getFirst().attempt()).isEqualTo(2));
  }

  @Test
  void losesAndDoublesNothingWhenAPortalEndsAndAnotherGoesOn() {
    var requests = CityOfTests.portal().bean(Requests.class);
    var taken = new ArrayList<Object>();
    var sent = IntStream.range(0, 5).mapToObj(_ -> Residents.annaSends(keys)).toList();
    var port = RunningPortal.freePort();
    try (var second = CityOfTests.start(port);
        var office =
            Unit.connect(UnitSettings.of(second.address(), keys).withClock(CityOfTests.clock()))) {
      office.receiveOnce(
          request -> {
            taken.add(request.requestId());
            return taken.size() == 3 ? Outcome.tryLater(Duration.ZERO) : Outcome.accepted();
          },
          3,
          Duration.ZERO);
      taken.removeLast();
    }

    try (var office = CityOfTests.connect(keys)) {
      while (office
              .receiveOnce(
                  request -> {
                    taken.add(request.requestId());
                    return Outcome.accepted();
                  },
                  10,
                  Duration.ZERO)
              .total()
          > 0) {}
    }

    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(sent.stream().map(RequestEnvelope::id).toList());
    assertThat(sent)
        .allSatisfy(one ->
            assertThat(requests.find(one.id()).orElseThrow().state())
                .isEqualTo(RequestState.ACCEPTED));
  }

  /** In a thread of its own; returns once that thread waits. */
  private CompletableFuture<List<Delivery>> waitForOne() {
    var waiting = new CompletableFuture<List<Delivery>>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            waiting.complete(leases.take(unit, new LeaseRequest(1, 20, 60)));
          } catch (InterruptedException e) {
            waiting.completeExceptionally(e);
          }
        });
    org.awaitility.Awaitility.await().until(() -> bell.awaited().contains(unit));
    return waiting;
  }

  private List<Delivery> takeAll() throws InterruptedException {
    var all = new ArrayList<Delivery>();
    List<Delivery> some;
    do {
      some = leases.take(unit, new LeaseRequest(7, 0, 60));
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }
}
