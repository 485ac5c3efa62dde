package ch.meinkonto.conformance;

import ch.meinkonto.contract.ActivationRefusal;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import ch.meinkonto.request.Consignment;
import ch.meinkonto.request.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands what is made up to the unit's delivery, and notes what the unit does with it. */
@Component
public class TestHandover {

  private final SentItems items;
  private final Run run;
  private final Rehearsal rehearsal;
  private final UnitKeys keys;

  TestHandover(SentItems items, Run run, Rehearsal rehearsal, UnitKeys keys) {
    this.items = items;
    this.run = run;
    this.rehearsal = rehearsal;
    this.keys = keys;
  }

  /** What is to be brought; empty when it is no test. */
  public Optional<Consignment> find(SubmissionId id) {
    return items
        .find(id)
        .map(sent ->
            new Consignment(
                sent.envelope(),
                items.parts(id).stream().map(SealedPart::part).toList(),
                sent.receipt()));
  }

  /** Its sealed parts; none when it is no test, or the unit is done with it. */
  public List<SealedPart> parts(SubmissionId id) {
    return items.parts(id);
  }

  /** The unit has taken it. */
  @Transactional
  public Verdict taken(SubmissionId id, Reference reference, Map<String, String> tags) {
    return isCode(id)
        ? Verdict.WRONG_ORDER // a code is right or wrong
        : done(id, reference, tags, Sent.Outcome.ACCEPTED, null);
  }

  /** The unit has rejected it, for a reason that it calls so. */
  @Transactional
  public Verdict rejected(
      SubmissionId id, Reference reference, Map<String, String> tags, String code) {
    return done(id, reference, tags, Sent.Outcome.REJECTED, code(code));
  }

  /** The unit says that the code of a letter is right. */
  @Transactional
  public Verdict confirmed(SubmissionId id, Reference reference, Map<String, String> tags) {
    return isCode(id)
        ? done(id, reference, tags, Sent.Outcome.CONFIRMED, null)
        : Verdict.WRONG_ORDER;
  }

  /** The unit does not take the code of a letter. */
  @Transactional
  public Verdict refused(
      SubmissionId id, Reference reference, Map<String, String> tags, ActivationRefusal reason) {
    return isCode(id)
        ? done(id, reference, tags, Sent.Outcome.REFUSED, reason.code())
        : Verdict.WRONG_ORDER;
  }

  private boolean isCode(SubmissionId id) {
    return items.find(id).filter(sent -> sent.kind() == Case.ACTIVATION).isPresent();
  }

  private Verdict done(
      SubmissionId id,
      Reference reference,
      Map<String, String> tags,
      Sent.Outcome outcome,
      @Nullable String detail) {
    var sent = items.lock(id).filter(one -> one.envelope().reference().equals(reference));
    if (sent.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    var ours =
        items.parts(id).stream()
            .map(SealedPart::part)
            .collect(Collectors.toMap(Part::name, Part::tag));
    if (!ours.equals(tags)) {
      return Verdict.WRONG_TAGS;
    }
    var first = sent.get().kind() == Case.TWICE && sent.get().times() == 0;
    items.finish(id, outcome, detail, first && outcome == Sent.Outcome.ACCEPTED);
    return Verdict.DONE;
  }

  /** Whether it is brought once more, though the unit has taken it: that is the test. */
  public boolean comesAgain(SubmissionId id) {
    return items.find(id).filter(Sent::comesAgain).isPresent();
  }

  /** The unit cannot read it; false when it is no test. */
  @Transactional
  public boolean unreadable(SubmissionId id, String reason) {
    if (items.lock(id).isEmpty()) {
      return false;
    }
    var why = reason.replaceFirst("^unreadable: ", "");
    items.finish(id, Sent.Outcome.UNREADABLE, code(why), false);
    return true;
  }

  /** The unit writes about a request that is a test. */
  @Transactional
  public Verdict said(UnitId unit, RequestId id, String what) {
    var request = ofUnit(unit, id);
    if (request.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (request.get().outcome() != Sent.Outcome.ACCEPTED) {
      return Verdict.WRONG_ORDER;
    }
    items.said(id, what);
    return Verdict.DONE;
  }

  /** The unit asks; somebody made up answers at once, the first time. */
  @Transactional
  public Verdict asked(UnitId unit, RequestId id, String question) {
    var verdict = said(unit, id, "question");
    if (verdict == Verdict.DONE && !items.isAnswered(id)) {
      var request = items.find(SubmissionId.of(id)).orElseThrow().envelope();
      keys.sealingKey(unit)
          .ifPresent(key ->
              run.send(new Sent.Ready(Case.ANSWER, rehearsal.answer(key, request, question))));
    }
    return verdict;
  }

  private Optional<Sent> ofUnit(UnitId unit, RequestId id) {
    return items.lockRequest(id).filter(sent -> sent.envelope().unit().equals(unit.value()));
  }

  private static String code(String said) {
    var code = said.replaceAll("[^A-Za-z0-9_.:-]+", "-");
    return code.substring(0, Math.min(code.length(), 100));
  }
}
