package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.PlacesFreed;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.unit.Calendars;
import ch.meinkonto.unit.Offers;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A unit whose own system speaks the contract. */
final class ContractOffice implements Office {

  private static final Logger log = LoggerFactory.getLogger(ContractOffice.class);

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Room room;
  private final Unit unit;
  private final CaseFolder cases;
  private final CaseWork work;

  ContractOffice(Room room, Unit unit) {
    this.room = room;
    this.unit = unit;
    this.cases = room.cases();
    this.work = room.work(new ContractCorrespondence(unit));
  }

  @Override
  public void receive() {
    unit.receive(this::takeInTime);
  }

  @Override
  public int push(Map<String, String> headers, byte[] body) {
    return unit.push().receive(headers, body, this::take).status();
  }

  @Override
  public Room room() {
    return room;
  }

  private Outcome takeInTime(ReceivedRequest request) throws InterruptedException {
    return room.switches().keepWaiting(LONGEST)
        ? take(request)
        : Outcome.tryLater(Duration.ofSeconds(5));
  }

  private synchronized Outcome take(ReceivedRequest request) {
    return switch (request.envelope().kind()) {
      case ANSWER -> answered(request);
      case WITHDRAWAL -> withdrawn(request);
      case DELIVERY_NOTICE -> noticed(request);
      case REQUEST, COPY, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END -> opened(request);
    };
  }

  private Outcome answered(ReceivedRequest request) {
    var text = request.answer().map(answer -> answer.text()).orElse("");
    return once(request, one -> one.answered(text, fileNames(request), room.next()))
        ? Outcome.accepted()
        : Outcome.tryLater(Duration.ofSeconds(5));
  }

  private Outcome withdrawn(ReceivedRequest request) {
    var text = request.withdrawal().map(it -> it.text()).orElse("");
    once(
        request,
        one -> {
          free(one, request);
          return one.withdrawn(text);
        });
    return Outcome.accepted();
  }

  /** Who had booked does not come: somebody else can. */
  private void free(Case one, ReceivedRequest request) {
    var offer = one.answers().path("_offer");
    if (offer.isObject()) {
      unit.offers()
          .free(
              one.service(),
              offer.path("id").asString(),
              new PlacesFreed(request.id().value(), offer.path("places").asInt()));
    }
  }

  Calendars calendars() {
    return unit.calendars();
  }

  Offers offers() {
    return unit.offers();
  }

  private Outcome noticed(ReceivedRequest request) {
    var outcome = request.notice().map(notice -> notice.outcome().toString()).orElse("");
    once(request, one -> one.noticed(outcome));
    return Outcome.accepted();
  }

  private boolean once(ReceivedRequest request, UnaryOperator<Case> change) {
    return cases.once(request.requestId().toString(), request.id().toString(), change);
  }

  private Outcome opened(ReceivedRequest request) {
    var refusal = room.take(newCase(request));
    if (refusal.isPresent()) {
      return Outcome.rejected(refusal.get().code(), refusal.get().text());
    }
    log.info("{} took {}", room.unit(), request);
    return Outcome.accepted();
  }

  private Case newCase(ReceivedRequest request) {
    var envelope = request.envelope();
    return new Case(
        request.requestId().toString(),
        room.unit(),
        request.office().orElse(null),
        envelope.reference().toString(),
        envelope.service(),
        envelope.language(),
        envelope.receivedAt(),
        request.sender().map(ContractOffice::json).orElse(null),
        envelope.assurance(),
        request.answers(),
        fileNames(request),
        List.of(request.id().toString()),
        Case.firstStep(envelope.kind().equals(SubmissionKind.COPY)),
        room.next(),
        false,
        List.of());
  }

  private static JsonNode json(Sender sender) {
    return Json.mapper().valueToTree(sender);
  }

  private static List<String> fileNames(ReceivedRequest request) {
    return request.attachments().stream()
        .map(ReceivedAttachment::about)
        .map(about -> about.fileName() + " (" + about.mediaType() + ", " + about.size() + " Bytes)")
        .toList();
  }

  @Override
  public synchronized void work() {
    work.doWhatIsDue();
  }
}
