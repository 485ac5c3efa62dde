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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes requests back. What nobody at the unit has seen is called back and erased; else the unit is
 * told by a submission that comes after whatever is still on its way.
 */
@Component
class Withdrawals {

  private final Sealer sealer;
  private final ContractEnvelopes contract;
  private final Envelopes envelopes;
  private final Entry entry;
  private final Clock clock;

  Withdrawals(
      Sealer sealer, ContractEnvelopes contract, Envelopes envelopes, Entry entry, Clock clock) {
    this.sealer = sealer;
    this.contract = contract;
    this.envelopes = envelopes;
    this.entry = entry;
    this.clock = clock;
  }

  WithdrawalOutcome withdraw(RequestId id, String words) {
    var found = envelopes.find(id);
    if (found.isEmpty() || !found.get().withdrawable()) {
      return Entry.over(found);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return entry.make(id, sealed(found.get(), words, now), words, now);
  }

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

  /** Where it becomes binding: all of it or nothing. */
  @Component
  static class Entry {

    private final Envelopes envelopes;
    private final SealedParts parts;
    private final Submissions submissions;
    private final Announcements announcements;
    private final ObjectProvider<Recall> recall;

    Entry(
        Envelopes envelopes,
        SealedParts parts,
        Submissions submissions,
        Announcements announcements,
        ObjectProvider<Recall> recall) {
      this.envelopes = envelopes;
      this.parts = parts;
      this.submissions = submissions;
      this.announcements = announcements;
      this.recall = recall;
    }

    /** The delivery comes before the envelope, as it does when a unit settles: no deadlock. */
    @Transactional
    WithdrawalOutcome make(
        RequestId id, Optional<SealedSubmission> sealed, String words, Instant now) {
      var submission = SubmissionId.of(id);
      var unseen = recall.stream().anyMatch(calls -> calls.recall(submission));
      var found = envelopes.lock(id);
      if (found.isEmpty() || !found.get().withdrawable()) {
        return over(found);
      }
      var request = found.get();
      if (unseen) {
        parts.finish(submission, now, null);
        withdrawn(request, null, words, now);
        return new WithdrawalOutcome.Withdrawn(true);
      }
      if (sealed.isEmpty()) {
        return new WithdrawalOutcome.UnitCannotReceive();
      }
      submissions.add(sealed.get());
      withdrawn(request, sealed.get().envelope().submissionId(), words, now);
      return new WithdrawalOutcome.Withdrawn(false);
    }

    static WithdrawalOutcome over(Optional<RequestEnvelope> request) {
      return request.map(RequestEnvelope::state).equals(Optional.of(RequestState.WITHDRAWN))
          ? new WithdrawalOutcome.Withdrawn(false)
          : new WithdrawalOutcome.TooLate();
    }

    private void withdrawn(
        RequestEnvelope request, @Nullable SubmissionId withdrawal, String words, Instant now) {
      var further = request.in(RequestState.WITHDRAWN, now);
      envelopes.note(further);
      announcements.withdrawn(further, withdrawal, words);
    }
  }
}
