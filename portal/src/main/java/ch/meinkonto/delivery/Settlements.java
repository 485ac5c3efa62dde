package ch.meinkonto.delivery;

import ch.meinkonto.activation.ActivationHandover;
import ch.meinkonto.conformance.TestHandover;
import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.Handover;
import ch.meinkonto.request.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Ends deliveries. What counts is that the unit has the bytes, which the tags prove; whether its
 * lease still ran does not: a submission that lies safely at the unit must not come again.
 */
@Component
class Settlements {

  private static final int LONGEST_TOKEN = 64 * 1024;

  private final Items items;
  private final Handover handover;
  private final ActivationHandover activations;
  private final TestHandover tests;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Settlements(
      Items items,
      Handover handover,
      ActivationHandover activations,
      TestHandover tests,
      ApplicationEventPublisher events,
      Clock clock) {
    this.items = items;
    this.handover = handover;
    this.activations = activations;
    this.tests = tests;
    this.events = events;
    this.clock = clock;
  }

  Verdict accepted(UnitId unit, UnitEvent.RequestAccepted event, String signed) {
    if (signed.length() > LONGEST_TOKEN) {
      throw new Refusal(ProblemType.TOO_LARGE);
    }
    return settle(
        unit,
        event.deliveryId(),
        Item.State.ACCEPTED,
        item ->
            handover
                .taken(item.submission(), event.reference(), event.tags(), signed)
                .or(() -> activations.taken(item.submission(), event.reference(), event.tags())),
        item -> tests.taken(item.submission(), event.reference(), event.tags()));
  }

  Verdict rejected(UnitId unit, UnitEvent.RequestRejected event) {
    var reason = Words.required(event.text());
    return settle(
        unit,
        event.deliveryId(),
        Item.State.REJECTED,
        item ->
            handover
                .rejected(item.submission(), event.reference(), event.tags(), reason)
                .or(() ->
                    activations.rejected(
                        item.submission(), event.reference(), event.tags(), reason)),
        item -> tests.rejected(item.submission(), event.reference(), event.tags(), event.code()));
  }

  Verdict confirmed(UnitId unit, UnitEvent.ActivationConfirmed event) {
    return settle(
        unit,
        event.deliveryId(),
        Item.State.ACCEPTED,
        item ->
            isActivation(item)
                ? activations.confirmed(
                    item.submission(), event.reference(), event.tags(), event.link())
                : noActivation(item),
        item -> tests.confirmed(item.submission(), event.reference(), event.tags()));
  }

  Verdict refused(UnitId unit, UnitEvent.ActivationRefused event) {
    return settle(
        unit,
        event.deliveryId(),
        Item.State.REJECTED,
        item ->
            isActivation(item)
                ? activations.refused(
                    item.submission(),
                    event.reference(),
                    event.tags(),
                    event.reason(),
                    event.triesLeft())
                : noActivation(item),
        item -> tests.refused(item.submission(), event.reference(), event.tags(), event.reason()));
  }

  private boolean isActivation(Item item) {
    return activations.find(item.submission()).isPresent();
  }

  /** What people sent is something else then; what was made up is judged by itself. */
  private Verdict noActivation(Item item) {
    return tests.find(item.submission()).isPresent() ? Verdict.UNKNOWN : Verdict.WRONG_ORDER;
  }

  /** What comes a second time as a test is accepted under the same {@code jti}, and rightly so. */
  void acceptedAgain(UnitId unit, UnitEvent.RequestAccepted event, String signed) {
    if (tests.comesAgain(new SubmissionId(event.deliveryId().value()))) {
      accepted(unit, event, signed);
    }
  }

  /**
   * Said again in other words, as after a crash, it is still the same.
   *
   * @param settle what people sent
   * @param settleTest what was made up
   */
  private Verdict settle(
      UnitId unit,
      DeliveryId id,
      Item.State state,
      Function<Item, Verdict> settle,
      Function<Item, Verdict> settleTest) {
    var item = items.lock(id).filter(found -> found.unit().equals(unit));
    if (item.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    return switch (item.get().state()) {
      case OPEN, SET_ASIDE -> {
        var verdict = settle.apply(item.get());
        if (verdict == Verdict.DONE) {
          events.publishEvent(Delivered.of(item.get(), done(item.get(), state)));
        }
        yield verdict.or(() -> settledTest(item.get(), state, settleTest));
      }
      case ACCEPTED, REJECTED -> item.get().state() == state ? Verdict.DONE : Verdict.ALREADY_TAKEN;
      case RECALLED -> Verdict.UNKNOWN;
    };
  }

  /** What is made up is not counted, and may come once more. */
  private Verdict settledTest(Item item, Item.State state, Function<Item, Verdict> settle) {
    var verdict = settle.apply(item);
    if (verdict == Verdict.DONE) {
      var now = done(item, state);
      if (tests.comesAgain(item.submission())) {
        items.reopen(item.id(), now);
      }
    }
    return verdict;
  }

  private Instant done(Item item, Item.State state) {
    var now = clock.instant();
    items.done(item.id(), state, now);
    return now;
  }
}
