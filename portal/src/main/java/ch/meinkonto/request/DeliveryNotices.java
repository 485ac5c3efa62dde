package ch.meinkonto.request;

import static ch.meinkonto.contract.DeliveryOutcome.NOT_OPENED;
import static ch.meinkonto.contract.DeliveryOutcome.OPENED;
import static ch.meinkonto.contract.DeliveryOutcome.UNDELIVERABLE;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.DeliveryNotice;
import ch.meinkonto.contract.DeliveryOutcome;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes how formal deliveries went, and tells the unit: with evidence signed by the portal, sealed
 * like an answer.
 */
@Component
class DeliveryNotices {

  private static final Logger log = LoggerFactory.getLogger(DeliveryNotices.class);

  private final Formals formals;
  private final Envelopes envelopes;
  private final Submissions submissions;
  private final Sealer sealer;
  private final ReceiptDesk receipts;
  private final ContractEnvelopes contract;
  private final Announcements announcements;
  private final Clock clock;

  DeliveryNotices(
      Formals formals,
      Envelopes envelopes,
      Submissions submissions,
      Sealer sealer,
      ReceiptDesk receipts,
      ContractEnvelopes contract,
      Announcements announcements,
      Clock clock) {
    this.formals = formals;
    this.envelopes = envelopes;
    this.submissions = submissions;
    this.sealer = sealer;
    this.receipts = receipts;
    this.contract = contract;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Transactional
  NoticeOutcome opened(RequestId request, String messageId, List<Receipt.Content> contents) {
    return note(request, messageId, OPENED, contents);
  }

  @Transactional
  NoticeOutcome notOpened(RequestId request, String messageId, List<Receipt.Content> contents) {
    return note(request, messageId, NOT_OPENED, contents);
  }

  /** Whoever closes an account will not open anything there: the unit has to go another way. */
  void undeliverable(AccountId account) {
    for (var waiting : formals.waiting(account)) {
      var outcome =
          note(waiting.request(), waiting.delivery().messageId(), UNDELIVERABLE, List.of());
      if (outcome instanceof NoticeOutcome.UnitCannotReceive) {
        log.error("A formal delivery about {} ends with its account", waiting.request());
      }
    }
  }

  private NoticeOutcome note(
      RequestId id, String messageId, DeliveryOutcome outcome, List<Receipt.Content> contents) {
    var locked = envelopes.lock(id);
    var found = formals.find(id, messageId);
    if (locked.isEmpty() || found.isEmpty()) {
      return new NoticeOutcome.NothingToNote();
    }
    var request = locked.get();
    var sealing = sealer.sealingFor(request.unit());
    if (sealing.isEmpty()) {
      log.error("Unit {} has no key to seal a notice for", request.unit().value());
      return new NoticeOutcome.UnitCannotReceive();
    }
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS); // as the evidence says it
    if (!isNew(id, messageId, outcome, now)) {
      return new NoticeOutcome.NothingToNote();
    }
    var delivery = found.get();
    var deemedOn = outcome == UNDELIVERABLE ? null : delivery.deemedOn(now);
    var envelope = contract.notice(request, new SubmissionId(Ids.next()), messageId, now);
    var evidence =
        receipts.delivered(
            envelope,
            new Receipt.Delivered(
                messageId, delivery.kind(), outcome, delivery.arrivedAt(), deemedOn, contents));
    submissions.add(
        sealer.seal(
            sealing.get(),
            envelope,
            outcome == UNDELIVERABLE ? null : request.account(),
            Json.bytes(new DeliveryNotice(messageId, outcome, now, deemedOn, evidence)),
            null,
            List.of()));
    announcements.noticed(request, envelope, outcome);
    return new NoticeOutcome.Noted(now, evidence);
  }

  private boolean isNew(RequestId id, String messageId, DeliveryOutcome outcome, Instant now) {
    return switch (outcome) {
      case OPENED -> formals.opened(id, messageId, now);
      case NOT_OPENED, UNDELIVERABLE -> formals.missed(id, messageId, now);
    };
  }
}
