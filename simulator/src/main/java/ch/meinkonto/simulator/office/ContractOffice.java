package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Unit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A unit whose own system speaks the contract. */
final class ContractOffice implements Office {

  private static final Logger log = LoggerFactory.getLogger(ContractOffice.class);

  private final String unitId;
  private final Unit unit;
  private final CaseFolder cases;
  private final Scripts scripts;
  private final Clock clock;
  private final Duration pace;
  private final CaseWork work;

  ContractOffice(
      String unitId, Unit unit, CaseFolder cases, Scripts scripts, Clock clock, Duration pace) {
    this.unitId = unitId;
    this.unit = unit;
    this.cases = cases;
    this.scripts = scripts;
    this.clock = clock;
    this.pace = pace;
    this.work = new CaseWork(cases, scripts, new ContractCorrespondence(unit), clock, pace);
  }

  @Override
  public void receive() {
    unit.receive(this::take);
  }

  @Override
  public int push(Map<String, String> headers, byte[] body) {
    return unit.push().receive(headers, body, this::take).status();
  }

  @Override
  public List<Case> cases() {
    return cases.all();
  }

  @Override
  public String unitId() {
    return unitId;
  }

  private synchronized Outcome take(ReceivedRequest request) {
    var known = cases.find(request.requestId().toString());
    if (request.envelope().kind() == SubmissionKind.ANSWER) {
      if (known.isEmpty()) {
        return Outcome.tryLater(Duration.ofSeconds(5));
      }
      if (!known.get().submissions().contains(request.id().toString())) {
        cases.store(answered(known.get(), request));
      }
      return Outcome.accepted();
    }
    if (request.envelope().kind() == SubmissionKind.WITHDRAWAL) {
      var text = request.withdrawal().map(it -> it.text()).orElse("");
      known
          .filter(one -> !one.submissions().contains(request.id().toString()))
          .ifPresent(one -> cases.store(one.withdrawn(request.id().toString(), text)));
      return Outcome.accepted();
    }
    if (scripts.of(request.envelope().service()).getFirst() instanceof Step.Reject reject
        && isUnlucky(request, reject.percent())) {
      var refused = newCase(request);
      return Outcome.rejected(
          reject.code(), reject.text().in(refused.language(), refused, scripts.officeOf(refused)));
    }
    if (known.isEmpty()) {
      cases.store(newCase(request));
      log.info("{} took {}", unitId, request);
    }
    return Outcome.accepted();
  }

  /** Always the same answer for the same request, however often it comes. */
  private static boolean isUnlucky(ReceivedRequest request, int percent) {
    return Math.floorMod(request.requestId().hashCode(), 100) < percent;
  }

  private Case newCase(ReceivedRequest request) {
    var envelope = request.envelope();
    return new Case(
        request.requestId().toString(),
        unitId,
        request.office().orElse(null),
        envelope.reference().toString(),
        envelope.service(),
        envelope.language(),
        envelope.receivedAt(),
        request.sender().map(ContractOffice::json).orElse(null),
        request.answers(),
        fileNames(request),
        List.of(request.id().toString()),
        0,
        clock.instant().plus(pace),
        false,
        List.of());
  }

  private static JsonNode json(Sender sender) {
    return Json.mapper().valueToTree(sender);
  }

  private Case answered(Case known, ReceivedRequest request) {
    var text = request.answer().map(answer -> answer.text()).orElse("");
    return known.answered(
        request.id().toString(), text, fileNames(request), clock.instant().plus(pace));
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
