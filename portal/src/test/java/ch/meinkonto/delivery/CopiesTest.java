package ch.meinkonto.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.request.Answer;
import ch.meinkonto.request.Attachment;
import ch.meinkonto.request.Handover;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.trust.TrustLog;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.RequestHandler;
import ch.meinkonto.unit.Round;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anna plans a party: the police decides, the waste office gets its part. */
class CopiesTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  private final Requests requests = CityOfTests.portal().bean(Requests.class);
  private final Handover handover = CityOfTests.portal().bean(Handover.class);
  private final UnitKeys policeKeys = CityOfTests.office();
  private final UnitKeys wasteKeys = CityOfTests.office();
  private final Unit police = CityOfTests.connect(policeKeys);
  private final Unit waste = CityOfTests.connect(wasteKeys);
  private final AccountId anna = Residents.register("Anna", "Keller");
  private final List<ReceivedRequest> decided = new ArrayList<>();
  private final List<ReceivedRequest> copied = new ArrayList<>();

  @AfterEach
  void close() {
    police.close();
    waste.close();
  }

  @Test
  void eachGetsWhatIsForItAndTheOtherDoesNotKnowWhoAsks() {
    var sent = send();

    assertThat(take(police, decided)).isEqualTo(new Round(1, 0, 0, 0));
    assertThat(take(waste, copied)).isEqualTo(new Round(1, 0, 0, 0));

    var whole = decided.getFirst();
    assertThat(whole.metadata().copies()).containsExactly(wasteKeys.unitId());
    assertThat(whole.inCharge()).isEmpty();
    assertThat(whole.sender()).isPresent();
    var copy = copied.getFirst();
    assertThat(copy.envelope().kind()).isEqualTo(SubmissionKind.COPY);
    assertThat(copy.requestId()).isEqualTo(sent.id());
    assertThat(copy.envelope().reference()).isEqualTo(sent.reference());
    assertThat(copy.id()).isNotEqualTo(SubmissionId.of(sent.id()));
    assertThat(copy.inCharge()).contains(policeKeys.unitId());
    assertThat(copy.metadata().copies()).isNull();
    assertThat(copy.sender()).isEmpty();
    assertThat(copy.envelope().subject()).isNull();
    assertThat(copy.answers().toString()).isEqualTo("{\"abfall\":\"6 Tonnen\"}");
    assertThat(copy.attachments().getFirst().content()).isEqualTo("Plan".getBytes(UTF_8));
    assertThat(handover.parts(copy.id(), Long.MAX_VALUE)).isEmpty();
    assertThat(state(sent)).isEqualTo(RequestState.ACCEPTED);
  }

  @Test
  void annaReadsWhoGotWhat() {
    var sent = send();
    take(waste, copied);

    var log = CityOfTests.portal().bean(TrustLog.class);
    assertThat(log.all(anna.value()))
        .filteredOn(entry -> entry.actor().equals(wasteKeys.unitId()))
        .extracting(entry -> entry.kind())
        .containsExactlyInAnyOrder("request-copied", "copy-taken");
    assertThat(state(sent)).isEqualTo(RequestState.RECEIVED);
  }

  @Test
  void onlyWhoDecidesHasAWord() {
    var sent = send();
    take(waste, copied);
    take(police, decided);

    assertThatThrownBy(() -> waste.cases().message(sent.id(), "Wir haben Fragen."))
        .isInstanceOfSatisfying(
            PortalRefused.class,
            refused -> assertThat(refused.problem().is(ProblemType.NOT_FOUND)).isTrue());
    assertThatThrownBy(() -> waste.cases().ask(sent.id(), "Wie viele kommen?"))
        .isInstanceOf(PortalRefused.class);
    assertThatThrownBy(() -> waste.cases().state(sent.id(), RequestState.DECIDED))
        .isInstanceOf(PortalRefused.class);
    assertThat(state(sent)).isEqualTo(RequestState.ACCEPTED);
  }

  @Test
  void aCopyThatIsNotWantedChangesNothing() {
    var sent = send();

    waste.receiveOnce(_ -> Outcome.rejected("not-ours", "Nicht bei uns."), 10, AT_ONCE);

    assertThat(state(sent)).isEqualTo(RequestState.RECEIVED);
    assertThat(take(police, decided)).isEqualTo(new Round(1, 0, 0, 0));
  }

  @Test
  void aCopyThatLiesKeepsNothingFromTheUnitInCharge() {
    var sent = send();
    take(police, decided);
    var question = police.cases().ask(sent.id(), "Wie viele kommen?");

    requests.answer(sent.id(), new Answer(question, "80", List.of()));

    assertThat(take(police, decided)).isEqualTo(new Round(1, 0, 0, 0));
    assertThat(decided.getLast().answer().orElseThrow().text()).isEqualTo("80");
  }

  @Test
  void whoHasSeenACopyHearsThatItIsTakenBack() {
    var sent = send();
    take(waste, copied);

    requests.withdraw(sent.id(), "Es regnet.");

    assertThat(take(police, decided)).isEqualTo(new Round(0, 0, 0, 0));
    assertThat(take(waste, copied)).isEqualTo(new Round(1, 0, 0, 0));
    var told = copied.getLast();
    assertThat(told.envelope().kind()).isEqualTo(SubmissionKind.WITHDRAWAL);
    assertThat(told.withdrawal().orElseThrow().text()).isEqualTo("Es regnet.");
    assertThat(told.inCharge()).contains(policeKeys.unitId());
    assertThat(told.envelope().subject()).isNull();
  }

  @Test
  void aCopyThatNobodyHasSeenIsErasedWithTheRequest() {
    var sent = send();
    take(police, decided);

    requests.withdraw(sent.id(), "Es regnet.");

    assertThat(take(waste, copied)).isEqualTo(new Round(0, 0, 0, 0));
    assertThat(take(police, decided)).isEqualTo(new Round(1, 0, 0, 0));
    assertThat(state(sent)).isEqualTo(RequestState.WITHDRAWN);
  }

  @Test
  void aUnitWithoutKeysGetsNoCopyAndKeepsNobodyFromAsking() throws Exception {
    CityOfTests.withoutKeys(
        wasteKeys,
        () -> {
          send();
          assertThat(take(police, decided)).isEqualTo(new Round(1, 0, 0, 0));
          assertThat(decided.getFirst().metadata().copies()).isNull();
        });
  }

  private Round take(Unit unit, List<ReceivedRequest> inTray) {
    RequestHandler accepts =
        request -> {
          inTray.add(request);
          return Outcome.accepted();
        };
    return unit.receiveOnce(accepts, 10, AT_ONCE);
  }

  private RequestState state(RequestEnvelope sent) {
    return requests.find(sent.id()).orElseThrow().state();
  }

  private RequestEnvelope send() {
    var whole = Residents.request(policeKeys, anna, "{\"titel\":\"Fest\",\"abfall\":\"6 Tonnen\"}");
    return Residents.send(
        new NewRequest(
            whole.draftId(),
            whole.service(),
            whole.schemaVersion(),
            whole.unit(),
            whole.account(),
            whole.assurance(),
            whole.language(),
            whole.answers(),
            null,
            List.of(),
            List.of(
                new NewRequest.Copy(
                    new UnitId(wasteKeys.unitId()),
                    "{\"abfall\":\"6 Tonnen\"}".getBytes(UTF_8),
                    List.of(
                        new Attachment(
                            "plan.pdf",
                            "application/pdf",
                            Content.of("Plan".getBytes(UTF_8)),
                            "abfallplan")))),
            null));
  }
}
