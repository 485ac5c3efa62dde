package ch.meinkonto.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Assurance;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.Places;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.RunningPortal;
import ch.meinkonto.unit.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/**
 * Many more people than places, on three nodes at once.
 *
 * <p>{@code BOOKING_BUYERS} says how many come.
 */
class RushForPlacesTest {

  private static final int BUYERS =
      Integer.parseInt(System.getenv().getOrDefault("BOOKING_BUYERS", "1000"));
  private static final int PLACES = 100;

  /** A few ask at a time at each node, as its connections allow. */
  private static final int AT_ONCE = 16;

  @Test
  void everyPlaceIsSoldOnceAndNoneTwice() throws Exception {
    var course = Courses.publish(PLACES);
    var booked = new ConcurrentLinkedQueue<RequestEnvelope>();
    var refused = new ConcurrentLinkedQueue<Places.Why>();
    try (var second = CityOfTests.start(RunningPortal.freePort());
        var third = CityOfTests.start(RunningPortal.freePort());
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var nodes = List.of(CityOfTests.portal(), second, third);
      var doors = new Semaphore(AT_ONCE * nodes.size());
      var buying = new ArrayList<java.util.concurrent.Future<?>>();
      for (var buyer = 0; buyer < BUYERS; buyer++) {
        var holdsAt = nodes.get(buyer % nodes.size());
        var sendsAt = nodes.get((buyer + 1) % nodes.size());
        buying.add(
            people.submit(() -> {
              doors.acquireUninterruptibly();
              try {
                buys(course, holdsAt, sendsAt)
                    .ifPresentOrElse(booked::add, () -> refused.add(Places.Why.FULL));
              } finally {
                doors.release();
              }
            }));
      }
      for (var one : buying) {
        one.get();
      }
    }
    assertThat(booked).hasSize(PLACES);
    assertThat(refused).hasSize(BUYERS - PLACES);
    assertThat(Courses.office().offers().status(Courses.SERVICE.value(), course).taken())
        .isEqualTo(PLACES);
    var sent = booked.stream().map(request -> request.id().toString()).toList();
    assertThat(taken(course).stream().filter(sent::contains)) // others lie there from other tests
        .containsExactlyInAnyOrderElementsOf(sent);
  }

  /** Has a place held at one node, and books it at another. */
  private static Optional<RequestEnvelope> buys(
      String course, RunningPortal holdsAt, RunningPortal sendsAt) {
    var draft = UUID.randomUUID();
    var wish = new Places.Wish(draft, Courses.SERVICE, course, 1, null);
    return switch (holdsAt.bean(Places.class).hold(wish)) {
      case Places.Outcome.Held _ -> Optional.of(books(course, draft, sendsAt));
      case Places.Outcome.Refused(var why) -> {
        assertThat(why).isEqualTo(Places.Why.FULL);
        yield Optional.empty();
      }
    };
  }

  private static RequestEnvelope books(String course, UUID draft, RunningPortal portal) {
    var request =
        new NewRequest(
            draft,
            Courses.SERVICE,
            1,
            new UnitId(CityOfTests.SPORT),
            null,
            Assurance.NONE,
            Locale.GERMAN,
            "{}".getBytes(UTF_8),
            null,
            List.of(),
            List.of(),
            null,
            new NewRequest.Booked(course, 1, List.of(draft.toString())),
            null,
            null);
    return switch (portal.bean(Requests.class).submit(request)) {
      case SubmitOutcome.Received(var envelope) -> envelope;
      case SubmitOutcome.NoPlace(var why) -> throw new AssertionError("a place was lost: " + why);
      case SubmitOutcome.Unpaid _ -> throw new AssertionError("it costs something");
      case SubmitOutcome.UnitCannotReceive() -> throw new AssertionError("no key");
    };
  }

  /** What the unit gets; from then on nobody here knows who has a place. */
  private static List<String> taken(String course) {
    var taken = new ConcurrentLinkedQueue<String>();
    while (Courses.office()
            .receiveOnce(
                request -> {
                  taken.add(request.requestId().toString());
                  return Outcome.accepted();
                },
                50,
                Duration.ofSeconds(1))
            .accepted()
        > 0) {}
    var left =
        CityOfTests.portal()
            .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
            .sql("SELECT count(*) FROM booking_hold WHERE offer = :offer")
            .param("offer", course)
            .query(Long.class)
            .single();
    assertThat(left).isZero();
    return List.copyOf(taken);
  }
}
