package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
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

/** One unit's own system: takes requests into its folder, and works on them step by step. */
final class Office {

  private static final Logger log = LoggerFactory.getLogger(Office.class);

  private final String unitId;
  private final Unit unit;
  private final CaseFolder cases;
  private final Scripts scripts;
  private final Clock clock;
  private final Duration pace;

  Office(String unitId, Unit unit, CaseFolder cases, Scripts scripts, Clock clock, Duration pace) {
    this.unitId = unitId;
    this.unit = unit;
    this.cases = cases;
    this.scripts = scripts;
    this.clock = clock;
    this.pace = pace;
  }

  /** Takes what the unit fetches from the portal, until the unit is closed. */
  void receive() {
    unit.receive(this::take);
  }

  /** Takes what the portal pushes; gives the HTTP status to answer with. */
  int push(Map<String, String> headers, byte[] body) {
    return unit.push().receive(headers, body, this::take).status();
  }

  List<Case> cases() {
    return cases.all();
  }

  String unitId() {
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
    if (scripts.of(request.envelope().service()).getFirst() instanceof Step.Reject reject
        && isUnlucky(request, reject.percent())) {
      return Outcome.rejected(
          reject.code(), reject.text().in(request.envelope().language(), newCase(request)));
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
        envelope.reference().toString(),
        envelope.service(),
        envelope.language(),
        envelope.receivedAt(),
        request.sender().map(Office::json).orElse(null),
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

  /** Does what is due. */
  synchronized void work() {
    var now = clock.instant();
    for (var one : cases.all()) {
      if (!one.waiting()
          && one.dueAt().isBefore(now)
          && one.step() < scripts.of(one.service()).size()) {
        cases.store(doNext(one));
      }
    }
  }

  private Case doNext(Case one) {
    var request = RequestId.of(one.requestId());
    var next = clock.instant().plus(pace);
    var said = unit.cases().once(one.requestId() + "-" + one.step());
    var language = one.language();
    return switch (scripts.of(one.service()).get(one.step())) {
      case Step.Reject reject -> one.done("taken", false, next);
      case Step.Progress(Words text) -> {
        said.state(request, RequestState.IN_PROGRESS, text.in(language, one));
        yield one.done("→ " + text.in(language, one), false, next);
      }
      case Step.Message(Words text, Step.Letter letter) -> {
        said.message(request, text.in(language, one), documents(letter, one));
        yield one.done("→ " + text.in(language, one), false, next);
      }
      case Step.Ask(Words text, boolean uploads) -> {
        said.ask(request, text.in(language, one), uploads);
        yield one.done("? " + text.in(language, one), true, next);
      }
      case Step.Decide(Words text) -> {
        said.state(request, RequestState.DECIDED, text.in(language, one));
        yield one.done("✓ " + text.in(language, one), false, next);
      }
      case Step.Close close -> {
        said.state(request, RequestState.CLOSED);
        yield one.done("closed", false, next);
      }
    };
  }

  private static List<Document> documents(
      Step.@org.jspecify.annotations.Nullable Letter letter, Case one) {
    return letter == null
        ? List.of()
        : List.of(
            Document.of(
                letter.name().in(one.language(), one),
                "application/pdf",
                Letters.print(letter, one)));
  }
}
