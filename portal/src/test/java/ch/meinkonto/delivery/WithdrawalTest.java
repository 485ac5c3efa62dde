package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.request.Answer;
import ch.meinkonto.request.AnswerOutcome;
import ch.meinkonto.request.Handover;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.WithdrawalOutcome;
import ch.meinkonto.request.WithdrawalOutcome.TooLate;
import ch.meinkonto.request.WithdrawalOutcome.Withdrawn;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeardConversation;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.RequestHandler;
import ch.meinkonto.unit.Round;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anna changes her mind. */
class WithdrawalTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  private final Requests requests = CityOfTests.portal().bean(Requests.class);
  private final Deliveries deliveries = CityOfTests.portal().bean(Deliveries.class);
  private final Handover handover = CityOfTests.portal().bean(Handover.class);
  private final HeardConversation conversation = CityOfTests.portal().bean(HeardConversation.class);
  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final List<ReceivedRequest> inTray = new ArrayList<>();
  private final RequestHandler accepts =
      request -> {
        inTray.add(request);
        return Outcome.accepted();
      };

  @AfterEach
  void close() {
    office.close();
  }

  private WithdrawalOutcome withdraw(RequestEnvelope request) {
    return requests.withdraw(request.id(), "Wir ziehen doch nicht um.");
  }

  private RequestState state(RequestEnvelope sent) {
    return requests.find(sent.id()).orElseThrow().state();
  }

  @Test
  void whatNobodyHasFetchedIsErasedAndNeverFetched() {
    var sent = Residents.annaSends(keys);

    assertThat(withdraw(sent)).isEqualTo(new Withdrawn(true));

    assertThat(handover.parts(SubmissionId.of(sent.id()), Long.MAX_VALUE)).isEmpty();
    assertThat(state(sent)).isEqualTo(RequestState.WITHDRAWN);
    assertThat(office.receiveOnce(accepts, 10, AT_ONCE)).isEqualTo(new Round(0, 0, 0, 0));
    assertThat(conversation.story(sent)).containsExactly("opened", "withdrawn");
    assertThat(withdraw(sent)).isEqualTo(new Withdrawn(false));
    assertThat(conversation.story(sent)).containsExactly("opened", "withdrawn");
  }

  @Test
  void theOfficeThatHasItIsTold() {
    var sent = Residents.annaSends(keys);
    office.receiveOnce(accepts, 10, AT_ONCE);

    assertThat(withdraw(sent)).isEqualTo(new Withdrawn(false));
    assertThat(withdraw(sent)).isEqualTo(new Withdrawn(false));
    assertThat(office.receiveOnce(accepts, 10, AT_ONCE)).isEqualTo(new Round(1, 0, 0, 0));

    var told = inTray.getLast();
    assertThat(told.envelope().kind()).isEqualTo(SubmissionKind.WITHDRAWAL);
    assertThat(told.requestId()).isEqualTo(sent.id());
    assertThat(told.withdrawal().orElseThrow().text()).isEqualTo("Wir ziehen doch nicht um.");
    assertThat(handover.parts(told.id(), Long.MAX_VALUE)).isEmpty();
    assertThat(state(sent)).isEqualTo(RequestState.WITHDRAWN);
  }

  @Test
  void theOfficeThatIsReadingItTakesItAndIsToldThen() {
    var sent = Residents.annaSends(keys);
    office.receiveOnce(
        request -> {
          assertThat(withdraw(sent)).isEqualTo(new Withdrawn(false));
          return accepts.handle(request);
        },
        10,
        AT_ONCE);
    office.receiveOnce(accepts, 10, AT_ONCE);

    assertThat(inTray)
        .extracting(request -> request.envelope().kind())
        .containsExactly(SubmissionKind.REQUEST, SubmissionKind.WITHDRAWAL);
    assertThat(state(sent)).isEqualTo(RequestState.WITHDRAWN);
    assertThat(conversation.story(sent)).containsExactly("opened", "withdrawn");
  }

  /** A unit that was pushed to for a week may have read it, though it never said so. */
  @Test
  void whatLiesAsideDoesNotGoOnAndTheOfficeIsToldAllTheSame() {
    var sent = Residents.annaSends(keys);
    setAside();

    assertThat(withdraw(sent)).isEqualTo(new Withdrawn(false));

    assertThat(handover.parts(SubmissionId.of(sent.id()), Long.MAX_VALUE)).isEmpty();
    assertThat(deliveries.putBack(new DeliveryId(sent.id().value()))).isFalse();
    assertThat(office.receiveOnce(accepts, 10, AT_ONCE)).isEqualTo(new Round(1, 0, 0, 0));
    assertThat(inTray)
        .extracting(request -> request.envelope().kind())
        .containsExactly(SubmissionKind.WITHDRAWAL);
  }

  @Test
  void nothingIsCalledBackWhileTheOfficeCannotBeTold() throws Exception {
    var sent = Residents.annaSends(keys);
    setAside();

    CityOfTests.withoutKeys(
        keys,
        () -> assertThat(withdraw(sent)).isEqualTo(new WithdrawalOutcome.UnitCannotReceive()));

    assertThat(state(sent)).isEqualTo(RequestState.FETCHED);
    assertThat(deliveries.putBack(new DeliveryId(sent.id().value()))).isTrue();
    office.receiveOnce(accepts, 10, AT_ONCE);
    assertThat(state(sent)).isEqualTo(RequestState.ACCEPTED);
  }

  /** By a system of the office's that has got other keys than the city. */
  private void setAside() {
    var other = UnitKeys.generate(keys.unitId()).privateJwks().getKeys().getFirst();
    var mixed = new JWKSet(List.of(other, keys.privateJwks().getKeys().getLast()));
    try (var confused = CityOfTests.connect(new UnitKeys(keys.unitId(), mixed))) {
      assertThat(confused.receiveOnce(accepts, 1, AT_ONCE)).isEqualTo(new Round(0, 0, 0, 1));
    }
  }

  @Test
  void theOfficeMayStillWriteAndCloseButNotAskOrDecide() {
    var sent = Residents.annaSends(keys);
    office.receiveOnce(accepts, 10, AT_ONCE);
    var open = office.cases().ask(sent.id(), "Seit wann?");
    withdraw(sent);

    assertThat(requests.answer(sent.id(), new Answer(open, "Seit Mai.", List.of())))
        .isInstanceOf(AnswerOutcome.NotAsked.class);
    assertThatThrownBy(() -> office.cases().ask(sent.id(), "Warum?"))
        .isInstanceOfSatisfying(
            PortalRefused.class,
            refused -> assertThat(refused.problem().is(ProblemType.NOT_POSSIBLE_NOW)).isTrue());
    assertThatThrownBy(() -> office.cases().state(sent.id(), RequestState.DECIDED))
        .isInstanceOf(PortalRefused.class);
    office.cases().message(sent.id(), "In Ordnung.");
    office.cases().state(sent.id(), RequestState.CLOSED);
    assertThat(state(sent)).isEqualTo(RequestState.CLOSED);
  }

  @Test
  void itIsTooLateOnceTheOfficeHasDecided() {
    var sent = Residents.annaSends(keys);
    office.receiveOnce(accepts, 10, AT_ONCE);
    office.cases().state(sent.id(), RequestState.DECIDED, "Bewilligt.");

    assertThat(withdraw(sent)).isEqualTo(new TooLate());
    assertThat(state(sent)).isEqualTo(RequestState.DECIDED);
    assertThat(office.receiveOnce(accepts, 10, AT_ONCE)).isEqualTo(new Round(0, 0, 0, 0));
  }

  @Test
  void itIsTooLateOnceTheOfficeHasRejected() {
    var sent = Residents.annaSends(keys);
    office.receiveOnce(_ -> Outcome.rejected("not-here", "Nicht hier."), 10, AT_ONCE);

    assertThat(withdraw(sent)).isEqualTo(new TooLate());
    assertThat(state(sent)).isEqualTo(RequestState.REJECTED);
  }

  /** Whichever comes first, the office never has a request that it thinks is still wanted. */
  @Test
  void fetchingAndWithdrawingAtTheSameMomentEndsWell() throws Exception {
    for (int i = 0; i < 20; i++) {
      var sent = Residents.annaSends(keys);
      inTray.clear();
      try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
        var withdrawn = both.submit((Callable<WithdrawalOutcome>) () -> withdraw(sent));
        var fetched = both.submit(() -> office.receiveOnce(accepts, 10, AT_ONCE));
        fetched.get();
        assertThat(withdrawn.get()).isInstanceOf(Withdrawn.class);
      }
      office.receiveOnce(accepts, 10, AT_ONCE);
      var kinds = inTray.stream().map(request -> request.envelope().kind()).toList();
      assertThat(kinds).isIn(List.of(), List.of(SubmissionKind.REQUEST, SubmissionKind.WITHDRAWAL));
      assertThat(state(sent)).isEqualTo(RequestState.WITHDRAWN);
    }
  }
}
