package ch.meinkonto.activation;

import ch.meinkonto.activation.SentItems.Answer;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.ActivationRefusal;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.Consignment;
import ch.meinkonto.request.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands what lies sealed about activations to the unit's delivery, and hears what it says. */
@Component
public class ActivationHandover {

  private final SentItems items;
  private final ActivationLinks links;
  private final ActivationLimits limits;
  private final ActivationNotices notices;
  private final OrderedLetters letters;
  private final Clock clock;

  ActivationHandover(
      SentItems items,
      ActivationLinks links,
      ActivationLimits limits,
      ActivationNotices notices,
      OrderedLetters letters,
      Clock clock) {
    this.items = items;
    this.links = links;
    this.limits = limits;
    this.notices = notices;
    this.letters = letters;
    this.clock = clock;
  }

  /** What is to be brought; empty when it is nothing about an activation. */
  public Optional<Consignment> find(SubmissionId id) {
    return items
        .find(id)
        .map(sent ->
            new Consignment(
                sent.envelope(),
                items.parts(id).stream().map(SealedPart::part).toList(),
                sent.receipt()));
  }

  /** Its sealed parts; none when it is nothing about an activation, or the unit has answered. */
  public List<SealedPart> parts(SubmissionId id) {
    return items.parts(id);
  }

  /** How many submissions lie sealed for which key of a unit, by the key’s id. */
  public Map<String, Integer> sealedFor(UnitId unit) {
    return items.sealedFor(unit);
  }

  /** The unit writes the letter, or knows that an activation is over. */
  @Transactional
  public Verdict taken(SubmissionId id, Reference reference, Map<String, String> tags) {
    return answered(
        id,
        reference,
        tags,
        sent -> {
          if (sent.kind() == Kind.CODE) {
            return Verdict.WRONG_ORDER; // a code is right or wrong
          }
          items.finish(sent, Sent.State.ACCEPTED, Answer.YES, clock.instant());
          return Verdict.DONE;
        });
  }

  /** The unit does not do it; its words are for the resident. */
  @Transactional
  public Verdict rejected(
      SubmissionId id, Reference reference, Map<String, String> tags, String words) {
    return answered(
        id,
        reference,
        tags,
        sent ->
            switch (sent.kind()) {
              case CODE -> refuse(sent, ActivationRefusal.NOT_POSSIBLE, null);
              case LETTER -> noLetter(sent, words);
              case END -> {
                items.finish(sent, Sent.State.REFUSED, Answer.no("rejected"), clock.instant());
                yield Verdict.DONE;
              }
            });
  }

  /** The code was right: under this name the unit knows the account. */
  @Transactional
  public Verdict confirmed(
      SubmissionId id, Reference reference, Map<String, String> tags, ActivationLink link) {
    return answered(
        id,
        reference,
        tags,
        sent -> {
          if (sent.kind() != Kind.CODE) {
            return Verdict.WRONG_ORDER;
          }
          links.put(sent.account(), sent.service(), sent.unit(), link);
          items.finish(sent, Sent.State.ACCEPTED, Answer.YES, clock.instant());
          limits.giveBack(Kind.CODE, sent.account(), sent.service());
          notices.confirmed(sent);
          return Verdict.DONE;
        });
  }

  /** The code is not accepted. */
  @Transactional
  public Verdict refused(
      SubmissionId id,
      Reference reference,
      Map<String, String> tags,
      ActivationRefusal reason,
      @Nullable Integer triesLeft) {
    return answered(
        id,
        reference,
        tags,
        sent -> sent.kind() == Kind.CODE ? refuse(sent, reason, triesLeft) : Verdict.WRONG_ORDER);
  }

  /** The unit knows nobody by this name any more; saying it again does nothing. */
  @Transactional
  public Verdict revoked(UnitId unit, ActivationLink link) {
    for (var held : links.called(unit, link)) {
      if (links.remove(held.account(), held.service())) {
        notices.revoked(held);
      }
    }
    return Verdict.DONE;
  }

  private Verdict refuse(Sent sent, ActivationRefusal reason, @Nullable Integer triesLeft) {
    var answer = new Answer(reason.code(), triesLeft, null);
    items.finish(sent, Sent.State.REFUSED, answer, clock.instant());
    notices.refused(sent);
    return Verdict.DONE;
  }

  private Verdict noLetter(Sent order, String words) {
    var answer = new Answer("rejected", null, letters.seal(order, words));
    items.finish(order, Sent.State.REFUSED, answer, clock.instant());
    notices.noLetter(order);
    return Verdict.DONE;
  }

  private Verdict answered(
      SubmissionId id,
      Reference reference,
      Map<String, String> tags,
      Function<Sent, Verdict> then) {
    var sent = items.lock(id).filter(one -> one.envelope().reference().equals(reference));
    if (sent.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (!sent.get().open()) {
      return Verdict.ALREADY_TAKEN;
    }
    var ours =
        items.parts(id).stream()
            .map(SealedPart::part)
            .collect(Collectors.toMap(Part::name, Part::tag));
    return ours.equals(tags) ? then.apply(sent.get()) : Verdict.WRONG_TAGS;
  }
}
