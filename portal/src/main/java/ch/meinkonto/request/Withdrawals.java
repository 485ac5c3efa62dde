package ch.meinkonto.request;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.Withdrawal;
import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes requests back. What does not go on to the unit is erased; unless nobody there can have seen
 * it, the unit is told by a submission that comes after whatever is still on its way.
 */
@Component
class Withdrawals {

  private final Sealer sealer;
  private final ContractEnvelopes contract;
  private final Envelopes envelopes;
  private final SealedParts parts;
  private final Submissions submissions;
  private final Announcements announcements;
  private final Recall recall;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Withdrawals(
      Sealer sealer,
      ContractEnvelopes contract,
      Envelopes envelopes,
      SealedParts parts,
      Submissions submissions,
      Announcements announcements,
      Recall recall,
      TransactionTemplate transaction,
      Clock clock) {
    this.sealer = sealer;
    this.contract = contract;
    this.envelopes = envelopes;
    this.parts = parts;
    this.submissions = submissions;
    this.announcements = announcements;
    this.recall = recall;
    this.transaction = transaction;
    this.clock = clock;
  }

  WithdrawalOutcome withdraw(RequestId id, String words) {
    var found = envelopes.find(id);
    if (found.isEmpty() || !found.get().withdrawable()) {
      return over(found);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var notice = sealed(found.get(), words, now);
    var copies = submissions.copies(id);
    var copyNotices = copyNotices(found.get(), copies, words, now);
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var seen = recall(copies, now);
          var wanted =
              copyNotices.stream().filter(copy -> seen.contains(copy.envelope().unit())).toList();
          var outcome = enter(id, notice, wanted, words, now);
          if (!(outcome instanceof WithdrawalOutcome.Withdrawn)) {
            status.setRollbackOnly(); // nothing is called back that stays wanted
          }
          return outcome;
        }));
  }

  /** What tells the unit; empty when it has no key that can be used. */
  private Optional<SealedSubmission> sealed(RequestEnvelope request, String words, Instant now) {
    var envelope = contract.withdrawal(request, new SubmissionId(Ids.next()), now);
    return sealer
        .sealingFor(request.unit())
        .map(sealing ->
            sealer.seal(
                sealing,
                envelope,
                request.account(),
                Json.bytes(new Withdrawal(words)),
                null,
                List.of()));
  }

  /** What tells the units that got a copy, as far as they have keys. */
  private List<SealedSubmission> copyNotices(
      RequestEnvelope request, List<RequestCopy> copies, String words, Instant now) {
    return copies.stream()
        .flatMap(copy ->
            sealer.sealingFor(copy.unit()).stream()
                .map(sealing ->
                    sealer.sealCopy(
                        sealing,
                        contract.withdrawal(
                            request.elsewhere(copy.unit()), new SubmissionId(Ids.next()), now),
                        request.unit(),
                        Json.bytes(new Withdrawal(words)),
                        List.of())))
        .toList();
  }

  /** Calls copies back; gives the units of which somebody may have seen theirs. */
  private Set<String> recall(List<RequestCopy> copies, Instant now) {
    var seen = new HashSet<String>();
    for (var copy : copies) {
      var recalled = recall.recall(copy.id());
      if (recalled != Recall.Outcome.UNDER_WAY) {
        parts.finish(copy.id(), now, null);
      }
      if (recalled != Recall.Outcome.UNSEEN) {
        seen.add(copy.unit().value());
      }
    }
    return seen;
  }

  /** The delivery comes before the envelope, as it does when a unit settles: no deadlock. */
  private WithdrawalOutcome enter(
      RequestId id,
      Optional<SealedSubmission> notice,
      List<SealedSubmission> copyNotices,
      String words,
      Instant now) {
    var recalled = recall.recall(SubmissionId.of(id));
    var found = envelopes.lock(id);
    if (found.isEmpty() || !found.get().withdrawable()) {
      return over(found);
    }
    var inDraw = found.get().state() == RequestState.ENTERED; // there is no delivery yet
    if (recalled != Recall.Outcome.UNDER_WAY || inDraw) {
      parts.finish(SubmissionId.of(id), now, null);
    }
    if (recalled == Recall.Outcome.UNSEEN || inDraw) {
      withdrawn(found.get(), null, copyNotices, words, now);
      return new WithdrawalOutcome.Withdrawn(true);
    }
    if (notice.isEmpty()) {
      return new WithdrawalOutcome.UnitCannotReceive();
    }
    submissions.add(notice.get());
    withdrawn(found.get(), notice.get().envelope().submissionId(), copyNotices, words, now);
    return new WithdrawalOutcome.Withdrawn(false);
  }

  private void withdrawn(
      RequestEnvelope request,
      @Nullable SubmissionId notice,
      List<SealedSubmission> copyNotices,
      String words,
      Instant now) {
    var further = request.in(RequestState.WITHDRAWN, now);
    envelopes.note(further);
    announcements.withdrawn(further, notice, words);
    for (var copy : copyNotices) {
      submissions.add(copy);
      announcements.copySent(copy.envelope());
    }
  }

  private static WithdrawalOutcome over(Optional<RequestEnvelope> request) {
    return request.map(RequestEnvelope::state).equals(Optional.of(RequestState.WITHDRAWN))
        ? new WithdrawalOutcome.Withdrawn(false)
        : new WithdrawalOutcome.TooLate();
  }
}
