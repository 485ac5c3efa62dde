package ch.meinkonto.request;

import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.SealedParts.Lying;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands what lies sealed to the unit's delivery, and erases it when the unit is done with it. */
@Component
public class Handover {

  private static final Logger log = LoggerFactory.getLogger(Handover.class);

  private final Envelopes envelopes;
  private final SealedParts parts;
  private final ReceiptDesk receipts;
  private final ContractEnvelopes contract;
  private final Announcements announcements;
  private final Clock clock;

  Handover(
      Envelopes envelopes,
      SealedParts parts,
      ReceiptDesk receipts,
      ContractEnvelopes contract,
      Announcements announcements,
      Clock clock) {
    this.envelopes = envelopes;
    this.parts = parts;
    this.receipts = receipts;
    this.contract = contract;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** What is to be brought; empty when there is no such submission. */
  public Optional<Consignment> find(SubmissionId id) {
    return parts
        .find(id)
        .flatMap(lying ->
            envelopes
                .find(lying.request())
                .map(request ->
                    new Consignment(
                        describe(request, lying), parts.describe(id), lying.receipt())));
  }

  /** One sealed part (compact JWE); empty when there is none, or it has been erased. */
  public Optional<byte[]> part(SubmissionId id, String name) {
    return parts.open(id, name);
  }

  /**
   * The first sealed parts (compact JWE), by name, as many as are together not larger than that.
   */
  public Map<String, String> parts(SubmissionId id, long most) {
    return parts.first(id, most);
  }

  /** How many submissions lie sealed for which key of a unit, by the key’s id. */
  public Map<String, Integer> sealedFor(UnitId unit) {
    return parts.sealedFor(unit);
  }

  /** The unit has not taken this for too long: whoever sent it hears of it. */
  @Transactional
  public void late(RequestId id) {
    envelopes
        .lock(id)
        .filter(request -> !Transitions.taken(request.state()))
        .ifPresent(announcements::late);
  }

  /** The unit has begun to fetch these. */
  public void fetched(Collection<RequestId> requests) {
    envelopes.fetched(requests, clock.instant());
  }

  /**
   * The unit has taken a submission: in this transaction the sealed parts are erased, the second
   * receipt is signed, everyone concerned is told.
   *
   * @param tags the tags of the parts as the unit read them
   * @param event the unit's signed security event token
   */
  @Transactional
  public Verdict taken(
      SubmissionId id, Reference reference, Map<String, String> tags, String event) {
    return done(
        id,
        reference,
        tags,
        (request, lying) -> {
          var now = clock.instant();
          parts.finish(id, now, receipts.taken(describe(request, lying), tags, event, now));
          if (lying.kind() == SubmissionKind.COPY) {
            announcements.copyTaken(lying.seen(request));
          }
          if (lying.kind() != SubmissionKind.REQUEST) {
            return Verdict.DONE;
          }
          if (request.state() == RequestState.WITHDRAWN) {
            announcements.takenAllTheSame(request);
            return Verdict.DONE;
          }
          return move(request, RequestState.ACCEPTED, now, announcements::taken);
        });
  }

  /**
   * The unit has read a submission and will not deal with it: the sealed parts are erased, the
   * resident reads the reason.
   */
  @Transactional
  public Verdict rejected(
      SubmissionId id, Reference reference, Map<String, String> tags, String reason) {
    return done(
        id,
        reference,
        tags,
        (request, lying) -> {
          var now = clock.instant();
          parts.finish(id, now, null);
          if (lying.unit() != null) {
            log.warn("{} does not want its copy of {}", lying.unit().value(), reference.value());
            return Verdict.DONE; // it does not decide
          }
          if (lying.kind() == SubmissionKind.DELIVERY_NOTICE) {
            return Verdict.DONE; // nothing that the resident sent
          }
          if (lying.kind() != SubmissionKind.REQUEST) {
            announcements.written(request, new UnitMessage(reason, List.of(), now));
            return Verdict.DONE;
          }
          if (request.state() == RequestState.WITHDRAWN) {
            return Verdict.DONE;
          }
          return move(
              request,
              RequestState.REJECTED,
              now,
              further -> announcements.rejected(further, reason));
        });
  }

  private Verdict done(
      SubmissionId id,
      Reference reference,
      Map<String, String> tags,
      BiFunction<RequestEnvelope, Lying, Verdict> then) {
    var request = parts.find(id).flatMap(lying -> envelopes.lock(lying.request()));
    var lying = parts.find(id); // again: another may have been done with it before we had the lock
    if (request.isEmpty() || lying.isEmpty() || !request.get().reference().equals(reference)) {
      return Verdict.UNKNOWN;
    }
    if (lying.get().done()) {
      return Verdict.ALREADY_TAKEN;
    }
    var ours = parts.describe(id).stream().collect(Collectors.toMap(Part::name, Part::tag));
    return ours.equals(tags) ? then.apply(request.get(), lying.get()) : Verdict.WRONG_TAGS;
  }

  private Verdict move(
      RequestEnvelope request,
      RequestState state,
      Instant now,
      Consumer<RequestEnvelope> announce) {
    if (!Transitions.legal(request.state(), state)) {
      throw new IllegalStateException(request.id() + " lies sealed but is " + request.state());
    }
    var further = request.in(state, now);
    envelopes.note(further);
    announce.accept(further);
    return Verdict.DONE;
  }

  private Envelope describe(RequestEnvelope whole, Lying lying) {
    var request = lying.seen(whole);
    return switch (lying.kind()) {
      case ANSWER ->
          contract.answer(
              request, lying.id(), Objects.requireNonNull(lying.questionId()), lying.receivedAt());
      case WITHDRAWAL -> contract.withdrawal(request, lying.id(), lying.receivedAt());
      case DELIVERY_NOTICE ->
          contract.notice(
              request, lying.id(), Objects.requireNonNull(lying.questionId()), lying.receivedAt());
      case REQUEST -> contract.request(request);
      case COPY -> contract.copy(request, lying.id());
      case ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END ->
          throw new IllegalStateException(lying.id() + " is about no request");
    };
  }
}
