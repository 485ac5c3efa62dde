package ch.meinkonto.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.request.Answer;
import ch.meinkonto.request.AnswerOutcome;
import ch.meinkonto.request.Attachment;
import ch.meinkonto.request.Handover;
import ch.meinkonto.request.Question;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.UnitMessage;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An office and the portal, over HTTP, with the library that offices use. */
class ContractTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  private final Requests requests = CityOfTests.portal().bean(Requests.class);
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

  @Test
  void takesARequestAndThePortalForgetsIt() {
    var sent = Residents.annaSends(keys);

    assertThat(office.receiveOnce(accepts, 10, AT_ONCE)).isEqualTo(new Round(1, 0, 0, 0));

    var received = inTray.getFirst();
    assertThat(received.answers().get("anzahl").asInt()).isEqualTo(1);
    assertThat(received.sender().orElseThrow().name().given()).isEqualTo("Anna");
    assertThat(received.receipt()).isEqualTo(requests.receipt(sent.id()).orElseThrow());
    assertThat(handover.parts(SubmissionId.of(sent.id()), Long.MAX_VALUE)).isEmpty();
    assertThat(state(sent)).isEqualTo(RequestState.ACCEPTED);
    assertThat(conversation.story(sent)).containsExactly("opened", "accepted");
    assertThat(office.receiveOnce(accepts, 10, AT_ONCE)).isEqualTo(new Round(0, 0, 0, 0));
  }

  @Test
  void leavesASecondReceiptWithTheOfficesSignature() {
    var sent = Residents.annaSends(keys);
    office.receiveOnce(accepts, 10, AT_ONCE);

    var receipt = genuine(requests.takenReceipt(sent.id()).orElseThrow());

    assertThat(receipt.kind()).isEqualTo(Receipt.Kind.TAKEN);
    assertThat(receipt.event()).isNotBlank();
    assertThat(receipt.parts())
        .containsExactlyInAnyOrderElementsOf(
            genuine(requests.receipt(sent.id()).orElseThrow()).parts());
  }

  @Test
  void rejectsWithAReasonThatTheResidentReads() {
    var sent = Residents.annaSends(keys);

    var round =
        office.receiveOnce(
            _ -> Outcome.rejected("not-here", "Sie wohnen in einer anderen Stadt."), 10, AT_ONCE);

    assertThat(round).isEqualTo(new Round(0, 1, 0, 0));
    assertThat(state(sent)).isEqualTo(RequestState.REJECTED);
    assertThat(handover.parts(SubmissionId.of(sent.id()), Long.MAX_VALUE)).isEmpty();
    assertThat(conversation.about(sent).getLast().words())
        .isEqualTo("Sie wohnen in einer anderen Stadt.");
  }

  @Test
  void tellsHowFarItIsAndWrites() {
    var sent = taken();

    office.cases().state(sent.id(), RequestState.IN_PROGRESS);
    office
        .cases()
        .message(
            sent.id(),
            "Hier ist Ihre Bestätigung.",
            Document.of("../Bestätigung.pdf", "application/pdf", "%PDF-".getBytes(UTF_8)));
    office.cases().state(sent.id(), RequestState.CLOSED, "Alles erledigt.");

    assertThat(conversation.story(sent))
        .containsExactly("opened", "accepted", "in-progress", "message", "closed");
    var message = (UnitMessage) requireNonNull(conversation.about(sent).get(3).words());
    assertThat(message.documents())
        .singleElement()
        .satisfies(document -> {
          assertThat(document.name()).isEqualTo("Bestätigung.pdf");
          assertThat(document.content()).isEqualTo("%PDF-".getBytes(UTF_8));
        });
    assertThat(state(sent)).isEqualTo(RequestState.CLOSED);
  }

  @Test
  void asksAndGetsTheAnswerSealed() {
    var sent = taken();
    var questionId = office.cases().ask(sent.id(), "Seit wann wohnen Sie dort?");
    assertThat(state(sent)).isEqualTo(RequestState.QUESTION_ASKED);
    assertThat(((Question) requireNonNull(conversation.about(sent).getLast().words())).questionId())
        .isEqualTo(questionId);
    var photo = new Attachment("Vertrag.jpg", "image/jpeg", Content.of(new byte[] {1, 2, 3}), null);
    var answer = new Answer(questionId, "Seit dem 1. Mai.", List.of(photo));

    var outcome = requests.answer(sent.id(), answer);

    assertThat(outcome).isInstanceOf(AnswerOutcome.Sent.class);
    assertThat(requests.answer(sent.id(), answer)).isEqualTo(outcome);
    assertThat(state(sent)).isEqualTo(RequestState.IN_PROGRESS);
    assertThat(office.receiveOnce(accepts, 10, AT_ONCE).accepted()).isEqualTo(1);
    var received = inTray.getLast();
    assertThat(received.answer().orElseThrow().text()).isEqualTo("Seit dem 1. Mai.");
    assertThat(received.requestId()).isEqualTo(sent.id());
    assertThat(received.envelope().inReplyTo()).isEqualTo(questionId);
    assertThat(received.attachments()).hasSize(1);
    assertThat(handover.parts(received.id(), Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void answersNoQuestionThatWasNotAsked() {
    var sent = taken();

    assertThat(requests.answer(sent.id(), new Answer("was", "Ja", List.of())))
        .isInstanceOf(AnswerOutcome.NotAsked.class);
  }

  @Test
  void saysTheSameTwiceOnlyOnce() {
    var sent = taken();

    office.cases().once("outbox-1").message(sent.id(), "Guten Tag");
    office.cases().once("outbox-1").message(sent.id(), "Guten Tag");

    assertThat(conversation.story(sent)).containsExactly("opened", "accepted", "message");
    assertThatThrownBy(() -> office.cases().once("outbox-1").message(sent.id(), "Anders"))
        .isInstanceOfSatisfying(PortalRefused.class, is(ProblemType.EVENT_CONFLICT));
  }

  @Test
  void refusesWhatComesInTheWrongOrder() {
    var sent = Residents.annaSends(keys);
    assertThatThrownBy(() -> office.cases().message(sent.id(), "Zu früh"))
        .isInstanceOfSatisfying(PortalRefused.class, is(ProblemType.NOT_ACCEPTED_YET));
    office.receiveOnce(accepts, 10, AT_ONCE);
    office.cases().state(sent.id(), RequestState.CLOSED);

    assertThatThrownBy(() -> office.cases().ask(sent.id(), "Noch etwas?"))
        .isInstanceOfSatisfying(PortalRefused.class, is(ProblemType.NOT_POSSIBLE_NOW));
    assertThatThrownBy(() -> office.cases().state(sent.id(), RequestState.IN_PROGRESS))
        .isInstanceOfSatisfying(PortalRefused.class, is(ProblemType.NOT_POSSIBLE_NOW));

    assertThat(conversation.story(sent)).containsExactly("opened", "accepted", "closed");
  }

  @Test
  void hasNoInboxForRequestsWithoutLogin() {
    var sent = Residents.send(Residents.request(keys, null, "{\"fund\":\"Schirm\"}"));
    office.receiveOnce(accepts, 10, AT_ONCE);

    assertThat(inTray.getFirst().sender()).isEmpty();
    assertThatThrownBy(() -> office.cases().message(sent.id(), "Guten Tag"))
        .isInstanceOfSatisfying(PortalRefused.class, is(ProblemType.NOT_POSSIBLE_NOW));
    office.cases().state(sent.id(), RequestState.IN_PROGRESS);
    assertThat(state(sent)).isEqualTo(RequestState.IN_PROGRESS);
  }

  @Test
  void setsAsideWhatTheOfficeCannotRead() {
    var sent = Residents.annaSends(keys);
    var wrong = UnitKeys.generate(keys.unitId());
    var mixed =
        new com.nimbusds.jose.jwk.JWKSet(
            List.of(
                wrong.privateJwks().getKeys().getFirst(), keys.privateJwks().getKeys().getLast()));
    var good = Residents.annaSends(keys);
    try (var confused = CityOfTests.connect(new UnitKeys(keys.unitId(), mixed))) {
      assertThat(confused.receiveOnce(accepts, 1, AT_ONCE)).isEqualTo(new Round(0, 0, 0, 1));
    }

    assertThat(office.receiveOnce(accepts, 10, AT_ONCE)).isEqualTo(new Round(1, 0, 0, 0));
    assertThat(state(good)).isEqualTo(RequestState.ACCEPTED);
    assertThat(state(sent)).isEqualTo(RequestState.FETCHED);

    var deliveries = CityOfTests.portal().bean(Deliveries.class);
    var aside =
        deliveries.setAside().stream().filter(one -> one.unit().equals(keys.unitId())).toList();
    assertThat(aside)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.id().value()).isEqualTo(sent.id().value());
          assertThat(one.reason()).startsWith("unreadable");
        });
    assertThat(deliveries.putBack(aside.getFirst().id())).isTrue();
    assertThat(office.receiveOnce(accepts, 10, AT_ONCE)).isEqualTo(new Round(1, 0, 0, 0));
  }

  private RequestEnvelope taken() {
    var sent = Residents.annaSends(keys);
    office.receiveOnce(accepts, 10, AT_ONCE);
    return sent;
  }

  private RequestState state(RequestEnvelope sent) {
    return requests.find(sent.id()).orElseThrow().state();
  }

  private static java.util.function.Consumer<PortalRefused> is(ProblemType type) {
    return refused -> assertThat(refused.problem().type()).isEqualTo(type.uri());
  }

  private static Receipt genuine(String receipt) {
    return Receipts.verify(receipt, CityOfTests.portal().bean(SigningKeys.class).published())
            instanceof Checked.Valid<Receipt>(var valid)
        ? valid
        : org.assertj.core.api.Assertions.fail("not genuine");
  }
}
