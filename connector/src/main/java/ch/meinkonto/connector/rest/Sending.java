package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.Description;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings a submission into the API, call by call; each is made until it is known to be done. */
final class Sending implements Handover.Way {

  private static final String MAIN = "request";
  private static final Set<SubmissionKind> COMPLETED =
      EnumSet.of(SubmissionKind.REQUEST, SubmissionKind.COPY, SubmissionKind.ANSWER);

  private final Operations operations;
  private final Mappings mappings;
  private final Calls calls;
  private final Steps steps;

  Sending(Operations operations, Mappings mappings, Calls calls, Steps steps) {
    this.operations = operations;
    this.mappings = mappings;
    this.calls = calls;
    this.steps = steps;
  }

  @Override
  public Outcome bring(ReceivedRequest request, boolean again)
      throws NotNow, MappingFailed, IOException {
    Call call = call(request);
    if (!request.attachments().isEmpty() && operations.attachment().isEmpty()) {
      throw new NotNow("nothing says how attachments go to its system (attachment)");
    }
    Run run = new Run(request, call, again);
    if (run.isAboutNothing()) {
      return Outcome.accepted();
    }
    if (operations.before() && run.attachments() instanceof Verdict.Refused no) {
      return Outcome.rejected(no.code(), no.text());
    }
    if (run.main() instanceof Verdict.Refused no) {
      return Outcome.rejected(no.code(), no.text());
    }
    if (!operations.before() && run.attachments() instanceof Verdict.Refused no) {
      throw new NotNow("its system has it, but refuses an attachment (%s)".formatted(no.code()));
    }
    if (run.complete() instanceof Verdict.Refused no) {
      throw new NotNow("its system has it, but not as complete (%s)".formatted(no.code()));
    }
    return Outcome.accepted();
  }

  private Call call(ReceivedRequest request) throws NotNow {
    return switch (request.envelope().kind()) {
      case COPY -> known(operations.copy(), "its system gets what others decide (copy)");
      case ANSWER -> known(operations.answer(), "answers go to its system (answer)");
      case WITHDRAWAL ->
          known(operations.withdrawal(), "its system is told what was taken back (withdrawal)");
      case DELIVERY_NOTICE ->
          known(operations.notice(), "its system hears of formal deliveries (notice)");
      case REQUEST, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END -> operations.request();
    };
  }

  private static Call known(Optional<Call> call, String what) throws NotNow {
    return call.orElseThrow(() -> new NotNow("nothing says how " + what));
  }

  /** One submission on its way. */
  private final class Run {

    private final ReceivedRequest request;
    private final Call call;
    private final SubmissionId id;

    /** Under which its steps are noted: what comes later about a request finds its beginning. */
    private final SubmissionId noted;

    private final boolean again;
    private final Map<String, String> names = new HashMap<>();

    Run(ReceivedRequest request, Call call, boolean again) {
      this.request = request;
      this.call = call;
      SubmissionId first = SubmissionId.of(request.requestId());
      this.id = request.id();
      this.noted = request.envelope().kind().begins() ? first : id;
      this.again = again;
      names.put("reference", request.envelope().reference().value());
      names.put("request", request.requestId().toString());
      names.put("submission", id.toString());
      names.put("service", request.envelope().service());
      steps.id(first, MAIN).ifPresent(it -> names.put("case", it));
    }

    /** What never came need not be taken back. */
    private boolean isAboutNothing() {
      return request.envelope().kind() == SubmissionKind.WITHDRAWAL
          && call.path().has("case")
          && !names.containsKey("case");
    }

    private Verdict main() throws NotNow, MappingFailed, IOException {
      Optional<String> done = steps.id(noted, MAIN);
      if (done.isPresent()) {
        return new Verdict.Done(done.get());
      }
      Payload payload = Payload.of(mappings.write(request, description()));
      Verdict verdict = noted(MAIN, calls.make(call, names, id.toString(), payload, again));
      if (request.envelope().kind().begins() && verdict instanceof Verdict.Done(String name)) {
        names.put("case", name);
      }
      return verdict;
    }

    /** With the names that the API gave to attachments that it has already. */
    private JsonNode description() {
      JsonNode description = Description.of(request);
      for (int number = 1; number <= request.attachments().size(); number++) {
        Optional<String> name = steps.id(noted, Integer.toString(number));
        if (name.isPresent()
            && description.path("attachments").path(number - 1) instanceof ObjectNode attachment) {
          attachment.put("id", name.get());
        }
      }
      return description;
    }

    private Verdict attachments() throws NotNow, IOException {
      for (int number = 1; number <= request.attachments().size(); number++) {
        if (attachment(number) instanceof Verdict.Refused no) {
          return no;
        }
      }
      return new Verdict.Done("");
    }

    private Verdict attachment(int number) throws NotNow, IOException {
      String step = Integer.toString(number);
      Optional<String> done = steps.id(noted, step);
      if (done.isPresent()) {
        return new Verdict.Done(done.get());
      }
      var attachment = request.attachments().get(number - 1);
      names.put("number", step);
      return noted(
          step,
          calls.make(
              operations.attachment().orElseThrow(),
              names,
              id + "-" + step,
              operations
                  .multipart()
                  .map(field -> Payload.of(attachment, field))
                  .orElseGet(() -> Payload.of(attachment)),
              again));
    }

    private Verdict complete() throws NotNow {
      return operations.complete().isEmpty() || !COMPLETED.contains(request.envelope().kind())
          ? new Verdict.Done("")
          : calls.make(operations.complete().get(), names, id + "-complete", Payload.NONE, false);
    }

    private Verdict noted(String step, Verdict verdict) throws IOException {
      if (verdict instanceof Verdict.Done(String name)) {
        steps.done(noted, step, name);
      }
      return verdict;
    }
  }
}
