package ch.meinkonto.unit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationEnd;
import ch.meinkonto.contract.ActivationLetter;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.ActivationRefusal;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.contract.UnitEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Codes that the unit sent by letter come back. */
class ActivationTest {

  private static final UnitKeys KEYS = UnitKeys.generate("dav");

  private final TickingClock clock = new TickingClock();
  private final TestPortal portal = start();
  private final List<Object> heard = new ArrayList<>();
  private ActivationOutcome answer = ActivationOutcome.confirmed("lk-1");

  private final ActivationHandler handler =
      new ActivationHandler() {
        @Override
        public ActivationOutcome check(ReceivedRequest from, ActivationCode code) {
          heard.add(code);
          return answer;
        }

        @Override
        public Outcome sendLetter(ReceivedRequest from, ActivationLetter order) {
          heard.add(order);
          return order.details().containsKey("customer-number")
              ? Outcome.accepted()
              : Outcome.rejected("unknown-person", "Wir kennen Sie nicht.");
        }

        @Override
        public Outcome end(ReceivedRequest from, ActivationEnd end) {
          heard.add(end);
          return Outcome.accepted();
        }
      };
  private final Unit unit =
      Unit.connect(
          UnitSettings.of(portal.address(), KEYS).withClock(clock).withActivations(handler));

  private TestPortal start() {
    try {
      return new TestPortal(KEYS.publicJwks(), clock);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stop() {
    unit.close();
    portal.close();
  }

  @Test
  void confirmsACodeWithALink() {
    Offer code = portal.offerActivation(SubmissionKind.ACTIVATION, new ActivationCode("7KQ2-M9XD"));

    assertThat(receive(unit)).isEqualTo(new Round(1, 0, 0, 0));

    assertThat(heard).containsExactly(new ActivationCode("7KQ2-M9XD"));
    assertThat(code.settledAs).isEqualTo("confirmed lk-1");
  }

  @Test
  void refusesACodeAndSaysHowManyTriesAreLeft() {
    Offer wrong = portal.offerActivation(SubmissionKind.ACTIVATION, new ActivationCode("AAAA"));
    answer = ActivationOutcome.wrong(4);
    assertThat(receive(unit)).isEqualTo(new Round(0, 1, 0, 0));
    assertThat(wrong.settledAs).isEqualTo("refused wrong 4");

    Offer late = portal.offerActivation(SubmissionKind.ACTIVATION, new ActivationCode("BBBB"));
    answer = ActivationOutcome.refused(ActivationRefusal.EXPIRED);
    receive(unit);
    assertThat(late.settledAs).isEqualTo("refused expired null");
  }

  @Test
  void takesItsTime() {
    Offer code = portal.offerActivation(SubmissionKind.ACTIVATION, new ActivationCode("7KQ2"));
    answer = ActivationOutcome.tryLater(Duration.ofMinutes(10));
    assertThat(receive(unit)).isEqualTo(new Round(0, 0, 1, 0));
    answer = ActivationOutcome.confirmed("lk-2");
    clock.tick(Duration.ofMinutes(10));
    receive(unit);
    assertThat(code.settledAs).isEqualTo("confirmed lk-2");
  }

  @Test
  void takesOrdersOfLettersAndForgets() {
    Offer order =
        portal.offerActivation(
            SubmissionKind.ACTIVATION_LETTER,
            new ActivationLetter(Map.of("customer-number", "4711")));
    Offer nobody =
        portal.offerActivation(SubmissionKind.ACTIVATION_LETTER, new ActivationLetter(Map.of()));
    Offer end =
        portal.offerActivation(
            SubmissionKind.ACTIVATION_END, new ActivationEnd(new ActivationLink("lk-1")));

    assertThat(receive(unit)).isEqualTo(new Round(2, 1, 0, 0));

    assertThat(order.settledAs).isEqualTo("accepted");
    assertThat(nobody.settledAs).isEqualTo("rejected unknown-person");
    assertThat(end.settledAs).isEqualTo("accepted");
    assertThat(heard).hasSize(3);
  }

  @Test
  void withoutAHandlerTheyAreSetAsideAndTheRestFlowsOn() {
    Offer code = portal.offerActivation(SubmissionKind.ACTIVATION, new ActivationCode("7KQ2"));
    Offer request = portal.offerRequest();
    try (Unit other =
        Unit.connect(
            UnitSettings.of(portal.address(), KEYS)
                .withClock(clock)
                .withLease(Duration.ofMinutes(5)))) {
      assertThat(receive(other)).isEqualTo(new Round(1, 0, 0, 1));
    }
    assertThat(code.setAside).isEqualTo("no-activations-here");
    assertThat(request.settledAs).isEqualTo("accepted");
  }

  @Test
  void setsAsideWhatIsNoCode() {
    Offer odd = portal.offerActivation(SubmissionKind.ACTIVATION_END, Map.of("link", "a b"));
    assertThat(receive(unit)).isEqualTo(new Round(0, 0, 0, 1));
    assertThat(odd.setAside).isEqualTo("content-not-as-described");
  }

  @Test
  void whoClosedTheAccountMeanwhileIsNoTrouble() {
    Offer code = portal.offerActivation(SubmissionKind.ACTIVATION, new ActivationCode("7KQ2"));
    Unit slow =
        Unit.connect(
            UnitSettings.of(portal.address(), KEYS)
                .withClock(clock)
                .withActivations(new Closing(code)));
    try (slow) {
      assertThat(receive(slow)).isEqualTo(new Round(1, 0, 0, 0));
    }
    assertThat(code.settledAs).isNull();
  }

  /** While the unit looks at the code, its sender closes the account. */
  private final class Closing implements ActivationHandler {
    private final Offer code;

    private Closing(Offer code) {
      this.code = code;
    }

    @Override
    public ActivationOutcome check(ReceivedRequest from, ActivationCode typed) {
      portal.offers.remove(code);
      return ActivationOutcome.confirmed("lk-3");
    }

    @Override
    public Outcome sendLetter(ReceivedRequest from, ActivationLetter order) {
      return Outcome.accepted();
    }

    @Override
    public Outcome end(ReceivedRequest from, ActivationEnd end) {
      return Outcome.accepted();
    }
  }

  @Test
  void revokesALink() {
    unit.activations().revoke(new ActivationLink("lk-1"));
    assertThat(portal.heard)
        .containsExactly(new UnitEvent.ActivationRevoked(new ActivationLink("lk-1")));
  }

  private static Round receive(Unit unit) {
    return unit.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO);
  }
}
