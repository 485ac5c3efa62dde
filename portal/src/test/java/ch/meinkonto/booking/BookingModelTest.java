package ch.meinkonto.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.PlacesFreed;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.Places;
import ch.meinkonto.payment.Paid;
import ch.meinkonto.payment.Payments;
import ch.meinkonto.payment.Way;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever people, payments, the unit and time do to places, and in whatever order: what is taken
 * is what a simple reference says.
 *
 * <p>{@code BOOKING_SEQUENCES} says how many orders.
 */
class BookingModelTest {

  private static final int SEQUENCES =
      Integer.parseInt(System.getenv().getOrDefault("BOOKING_SEQUENCES", "40"));
  private static final int LENGTH = 30;
  private static final int PEOPLE = 4;

  /** What can happen. */
  private enum Step {
    HOLDS,
    LETS_GO,
    SENDS,
    SENDS_TO_PAY,
    PAYS,
    DOES_NOT_PAY,
    TAKES_BACK,
    UNIT_TAKES,
    UNIT_REJECTS,
    UNIT_FREES,
    UNIT_ADDS_PLACES,
    TIME_PASSES
  }

  /** What people usually do comes more often than what hardly ever happens. */
  private static final List<Step> STEPS =
      Stream.concat(
              Stream.of(Step.values()),
              Collections.nCopies(
                      4, List.of(Step.HOLDS, Step.HOLDS, Step.SENDS, Step.SENDS_TO_PAY, Step.PAYS))
                  .stream()
                  .flatMap(List::stream))
          .toList();

  private static final String SERVICE = Courses.SERVICE.value();
  private static final Counter COUNTER = CityOfTests.portal().bean(Counter.class);
  private static final Requests REQUESTS = CityOfTests.portal().bean(Requests.class);
  private static final JdbcClient JDBC = CityOfTests.portal().bean(JdbcClient.class);
  private static final AccountId ANNA = Residents.register("Anna", "Bucht");

  @Test
  void whatIsTakenIsWhatTheReferenceSays() {
    var happened = new EnumMap<Step, Integer>(Step.class);
    for (var seed = 1; seed <= SEQUENCES; seed++) {
      new Story(seed).happens(happened);
    }
    System.out.println(SEQUENCES + " sequences of " + LENGTH + ": " + happened);
    assertThat(happened.keySet()).containsExactly(Step.values());
  }

  /** Somebody’s places, as the reference has them. */
  private record Has(
      String offer,
      int places,
      HoldState state,
      @Nullable RequestId request,
      @Nullable String pay) {}

  /** A small city: two courses, and one that takes a place of both. */
  private static final class Story {

    private final Random random;
    private final List<String> told = new ArrayList<>();
    private final String first = Courses.publish(3);
    private final String second = Courses.publish(2);
    private final String both = "beide-" + UUID.randomUUID();
    private final Map<String, Integer> capacity = new HashMap<>(Map.of(first, 3, second, 2));
    private final Map<String, List<String>> slots =
        Map.of(
            first, List.of(first),
            second, List.of(second),
            both, List.of(both, first, second));
    private final List<UUID> drafts = new ArrayList<>();
    private final Map<UUID, Has> has = new HashMap<>();
    private final Map<String, Integer> atUnit = new HashMap<>();

    Story(int seed) {
      random = new Random(seed);
      told.add("seed " + seed);
      Courses.publish(both, 4, List.of(first, second));
      capacity.put(both, 4);
      for (var i = 0; i < PEOPLE; i++) {
        drafts.add(UUID.randomUUID());
      }
    }

    void happens(Map<Step, Integer> happened) {
      for (var i = 0; i < LENGTH; i++) {
        var step = STEPS.get(random.nextInt(STEPS.size()));
        var who = somebody(step);
        told.add(step + " " + who);
        if (take(step, who)) {
          happened.merge(step, 1, Integer::sum);
        }
        putBack();
        for (var slot : slots.keySet()) {
          assertThat(Courses.office().offers().status(SERVICE, slot).taken())
              .as("%s of %s", told, slot)
              .isEqualTo(taken(slot))
              .isLessThanOrEqualTo(capacity.get(slot));
        }
      }
    }

    /** Somebody for whom it is time, if there is one. */
    private int somebody(Step step) {
      var ready =
          IntStream.range(0, PEOPLE)
              .filter(one -> isTimeFor(step, has.get(drafts.get(one))))
              .toArray();
      return ready.length == 0 ? random.nextInt(PEOPLE) : ready[random.nextInt(ready.length)];
    }

    private static boolean isTimeFor(Step step, @Nullable Has mine) {
      var state = mine == null ? null : mine.state();
      return switch (step) {
        case LETS_GO, SENDS, SENDS_TO_PAY -> state == HoldState.HELD;
        case PAYS, DOES_NOT_PAY -> state == HoldState.CLAIMED;
        case TAKES_BACK -> state == HoldState.BOOKED;
        case HOLDS, UNIT_TAKES, UNIT_REJECTS, UNIT_FREES, UNIT_ADDS_PLACES, TIME_PASSES -> true;
      };
    }

    /** True when there was something to do. */
    private boolean take(Step step, int who) {
      var mine = has.get(drafts.get(who));
      return switch (step) {
        case HOLDS -> hold(drafts.get(who), anyOffer(), 1 + random.nextInt(2));
        case LETS_GO -> letsGo(drafts.get(who), mine);
        case SENDS -> mine != null && send(who, mine, false);
        case SENDS_TO_PAY -> mine != null && send(who, mine, true);
        case PAYS -> mine != null && pays(drafts.get(who), mine);
        case DOES_NOT_PAY -> mine != null && doesNotPay(drafts.get(who), mine);
        case TAKES_BACK -> mine != null && takesBack(who, mine);
        case UNIT_TAKES -> unit(true);
        case UNIT_REJECTS -> unit(false);
        case UNIT_FREES -> unitFrees();
        case UNIT_ADDS_PLACES -> {
          capacity.merge(first, 1, Integer::sum);
          Courses.publish(first, Objects.requireNonNull(capacity.get(first)), List.of());
          yield true;
        }
        case TIME_PASSES -> timePasses();
      };
    }

    private String anyOffer() {
      return List.of(first, second, both).get(random.nextInt(3));
    }

    private List<String> slots(String offer) {
      return Objects.requireNonNull(slots.get(offer));
    }

    private boolean hold(UUID draft, String offer, int places) {
      var outcome = COUNTER.hold(new Places.Wish(draft, Courses.SERVICE, offer, places, null));
      var mine = has.get(draft);
      if (mine != null && mine.state() != HoldState.HELD) {
        assertThat(outcome).isEqualTo(new Places.Outcome.Refused(Places.Why.PAYING));
      } else if (fits(mine, offer, places)) {
        assertThat(outcome).as(told.toString()).isInstanceOf(Places.Outcome.Held.class);
        has.put(draft, new Has(offer, places, HoldState.HELD, null, null));
      } else {
        assertThat(outcome)
            .as(told.toString())
            .isEqualTo(new Places.Outcome.Refused(Places.Why.FULL));
      }
      return true;
    }

    private boolean fits(@Nullable Has mine, String offer, int places) {
      return slots(offer).stream()
          .allMatch(slot -> {
            var own = mine != null && slots(mine.offer()).contains(slot) ? mine.places() : 0;
            return taken(slot) - own + places <= Objects.requireNonNull(capacity.get(slot));
          });
    }

    private int taken(String slot) {
      return atUnit.getOrDefault(slot, 0)
          + has.values().stream()
              .filter(one -> slots(one.offer()).contains(slot))
              .mapToInt(Has::places)
              .sum();
    }

    private boolean letsGo(UUID draft, @Nullable Has mine) {
      COUNTER.release(draft);
      return mine != null && mine.state() == HoldState.HELD && has.remove(draft) != null;
    }

    /** Sends for as many people as places are held, or for one more. */
    private boolean send(int who, Has mine, boolean toPay) {
      if (mine.state() == HoldState.BOOKED) {
        return false;
      }
      var places = mine.places() + random.nextInt(2);
      var fits = fits(mine, mine.offer(), places);
      switch (REQUESTS.submit(request(drafts.get(who), mine.offer(), places, toPay))) {
        case SubmitOutcome.Received(var request) -> {
          assertThat(fits).as(told.toString()).isTrue();
          has.put(
              drafts.get(who), new Has(mine.offer(), places, HoldState.BOOKED, request.id(), null));
        }
        case SubmitOutcome.Unpaid(var request, var payment) -> {
          assertThat(fits).as(told.toString()).isTrue();
          has.put(
              drafts.get(who),
              new Has(mine.offer(), places, HoldState.CLAIMED, request.id(), payment.address()));
        }
        case SubmitOutcome.NoPlace(var why) -> {
          assertThat(fits).as(told.toString()).isFalse();
          assertThat(why).isEqualTo(Places.Why.FULL);
          has.put(
              drafts.get(who), new Has(mine.offer(), mine.places(), HoldState.HELD, null, null));
        }
        case SubmitOutcome.UnitCannotReceive() -> throw new AssertionError("no key");
      }
      return true;
    }

    private boolean pays(UUID draft, Has mine) {
      if (mine.state() != HoldState.CLAIMED) {
        return false;
      }
      Paid.at(CityOfTests.portal(), Objects.requireNonNull(mine.pay()));
      has.put(draft, new Has(mine.offer(), mine.places(), HoldState.BOOKED, mine.request(), null));
      return true;
    }

    private boolean doesNotPay(UUID draft, Has mine) {
      if (mine.state() != HoldState.CLAIMED) {
        return false;
      }
      CityOfTests.portal()
          .bean(Payments.class)
          .drop("request", Objects.requireNonNull(mine.request()).value());
      has.put(draft, new Has(mine.offer(), mine.places(), HoldState.HELD, null, null));
      return true;
    }

    private boolean takesBack(int who, Has mine) {
      if (mine.state() != HoldState.BOOKED) {
        return false;
      }
      REQUESTS.withdraw(Objects.requireNonNull(mine.request()), "");
      has.remove(drafts.set(who, UUID.randomUUID()));
      return true;
    }

    /** The unit takes whatever lies there for it, or rejects it. */
    private boolean unit(boolean takes) {
      Courses.office()
          .receiveOnce(
              request -> takes ? Outcome.accepted() : Outcome.rejected("no", "Leider nein."),
              50,
              Duration.ZERO);
      var settled =
          has.entrySet().stream()
              .filter(one -> one.getValue().state() == HoldState.BOOKED)
              .map(Map.Entry::getKey)
              .toList();
      for (var draft : settled) {
        var gone = Objects.requireNonNull(has.remove(draft));
        if (takes) {
          slots(gone.offer()).forEach(slot -> atUnit.merge(slot, gone.places(), Integer::sum));
        }
        drafts.set(drafts.indexOf(draft), UUID.randomUUID());
      }
      return !settled.isEmpty();
    }

    private boolean unitFrees() {
      var most = slots(both).stream().mapToInt(slot -> atUnit.getOrDefault(slot, 0)).min();
      var offer = atUnit.getOrDefault(both, 0) > 0 ? both : first;
      var possible = offer.equals(both) ? most.orElse(0) : atUnit.getOrDefault(first, 0);
      if (possible == 0) {
        return false;
      }
      Courses.office().offers().free(SERVICE, offer, new PlacesFreed(UUID.randomUUID(), 1));
      slots(offer).forEach(slot -> atUnit.merge(slot, -1, Integer::sum));
      return true;
    }

    /** So much that whoever only holds places has them no more. */
    private boolean timePasses() {
      for (var draft : List.copyOf(has.keySet())) {
        JDBC.sql(
                "UPDATE booking_hold SET expires_at = :past WHERE draft_id = :draft"
                    + " AND state = 'held'")
            .param("past", CityOfTests.clock().instant().atOffset(ZoneOffset.UTC).minusDays(1))
            .param("draft", draft)
            .update();
        COUNTER.lapse(draft);
      }
      return has.values().removeIf(one -> one.state() == HoldState.HELD);
    }

    /** What is free is on sale at once: the reference knows no pause. */
    private void putBack() {
      JDBC.sql("SELECT id FROM booking_return WHERE slots && :mine")
          .param("mine", Shelf.texts(List.of(first, second)))
          .query(UUID.class)
          .list()
          .forEach(CityOfTests.portal().bean(Returns.class)::putBack);
    }
  }

  private static NewRequest request(UUID draft, String offer, int places, boolean toPay) {
    return new NewRequest(
        draft,
        Courses.SERVICE,
        1,
        new UnitId(CityOfTests.SPORT),
        ANNA,
        Assurance.LOGIN,
        Locale.GERMAN,
        "{}".getBytes(UTF_8),
        null,
        List.of(),
        List.of(),
        toPay ? new NewRequest.Due(new BigDecimal("90.00"), Set.of(Way.ONLINE)) : null,
        new NewRequest.Booked(offer, places, List.of()),
        null,
        null);
  }
}
