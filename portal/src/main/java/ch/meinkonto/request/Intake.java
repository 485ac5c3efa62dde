package ch.meinkonto.request;

import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.Sealing;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a new request in: seals it outside the database, then enters it in one short transaction.
 */
@Component
class Intake {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final int TRIES = 5;

  private final Envelopes envelopes;
  private final Senders senders;
  private final Sealer sealer;
  private final Staging staging;
  private final Ledger ledger;
  private final ContractEnvelopes contract;
  private final Clock clock;

  Intake(
      Envelopes envelopes,
      Senders senders,
      Sealer sealer,
      Staging staging,
      Ledger ledger,
      ContractEnvelopes contract,
      Clock clock) {
    this.envelopes = envelopes;
    this.senders = senders;
    this.sealer = sealer;
    this.staging = staging;
    this.ledger = ledger;
    this.contract = contract;
    this.clock = clock;
  }

  SubmitOutcome take(NewRequest request) {
    var before = envelopes.ofDraft(request.draftId());
    if (before.isPresent()) {
      return new SubmitOutcome.Received(before.get());
    }
    if (!ledger.letGo(request.draftId())) {
      return new SubmitOutcome.Received(envelopes.ofDraft(request.draftId()).orElseThrow());
    }
    var sealing = sealer.sealingFor(request.unit());
    if (sealing.isEmpty()) {
      log.error(
          "Unit {} has no key to seal for, so nothing can be sent to it ({}): ask it for its keys",
          request.unit().value(),
          request.service().value());
      return new SubmitOutcome.UnitCannotReceive();
    }
    return enter(request, sealing.get());
  }

  /** Twice the same reference is a matter of chance: then another is drawn. */
  private SubmitOutcome enter(NewRequest request, Sealing sealing) {
    var account = request.account();
    var subject = account == null ? null : senders.subject(account, request.unit());
    for (int attempt = 0; attempt < TRIES; attempt++) {
      var envelope = envelope(request, subject);
      var copies = request.copies().stream().flatMap(copy -> sealed(copy, envelope)).toList();
      var sealed =
          sealer.seal(
              sealing,
              contract.request(envelope),
              account,
              request.acting(),
              request.answers(),
              request.office(),
              request.attachments(),
              copies.stream().map(copy -> copy.envelope().unit()).toList());
      var entered = ledger.enter(request, envelope, sealed, copies);
      if (entered.isPresent()) {
        return entered.get();
      }
      staging.clear(
          Stream.concat(Stream.of(sealed), copies.stream())
              .map(one -> one.envelope().submissionId())
              .toList());
      var meanwhile = envelopes.ofDraft(request.draftId());
      if (meanwhile.isPresent()) {
        return new SubmitOutcome.Received(meanwhile.get());
      }
    }
    throw new IllegalStateException("No free reference found in " + TRIES + " tries");
  }

  /** A unit that only gets a copy, and has no key for it, keeps nobody from asking the other. */
  private Stream<SealedSubmission> sealed(NewRequest.Copy copy, RequestEnvelope request) {
    var sealing = sealer.sealingFor(copy.unit());
    if (sealing.isEmpty()) {
      log.error(
          "Unit {} has no key to seal for, so it gets no copy of {}: ask it for its keys",
          copy.unit().value(),
          request.reference().value());
    }
    return sealing.stream()
        .map(ready ->
            sealer.sealCopy(
                ready,
                contract.copy(request.elsewhere(copy.unit()), new SubmissionId(Ids.next())),
                request.unit(),
                copy.answers(),
                copy.attachments()));
  }

  private RequestEnvelope envelope(NewRequest request, @Nullable String subject) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new RequestEnvelope(
        new RequestId(Ids.next()),
        Reference.next(Year.from(now.atZone(ZONE))),
        request.service(),
        request.schemaVersion(),
        request.unit(),
        request.account(),
        subject,
        request.assurance(),
        request.language(),
        now,
        RequestState.RECEIVED,
        now,
        request.acting());
  }
}
