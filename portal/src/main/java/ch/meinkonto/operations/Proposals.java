package ch.meinkonto.operations;

import static java.util.stream.Collectors.toUnmodifiableMap;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The four-eyes principle: one proposes with a reason, another confirms within a day, and in that
 * moment it is done.
 */
@Component
public class Proposals {

  /** How long another may confirm. */
  public static final Duration OPEN_FOR = Duration.ofHours(24);

  private final ProposalRows rows;
  private final ObjectProvider<FourEyesAct> acts;
  private final Audit audit;
  private final Clock clock;

  Proposals(ProposalRows rows, ObjectProvider<FourEyesAct> acts, Audit audit, Clock clock) {
    this.rows = rows;
    this.acts = acts;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of a decision. */
  public enum Outcome {
    DONE,
    /** There is no such proposal, or not for them. */
    UNKNOWN,
    /** Nobody confirms what they proposed themselves. */
    OWN,
    /** It was decided before, nobody may decide it any more, or its proposer has left. */
    OVER
  }

  /**
   * Proposes something.
   *
   * @param act the code of a {@link FourEyesAct}
   * @param detail what exactly, as the act will read it
   * @param reason why; names nobody
   * @return empty when the same waits already
   */
  @Transactional
  public Optional<UUID> propose(
      StaffMember who, String act, UnitId unit, String detail, String reason) {
    act(act);
    if (!who.acts() || !who.sees(unit)) {
      throw new IllegalStateException("Not theirs to propose");
    }
    var now = clock.instant();
    var proposal =
        new Proposal(
            Ids.next(),
            act,
            unit.value(),
            detail,
            reason,
            who.account(),
            now,
            now.plus(OPEN_FOR),
            Proposal.State.OPEN,
            null,
            null);
    rows.expire(now).forEach(this::noteExpiry);
    if (!rows.add(proposal)) {
      return Optional.empty();
    }
    audit.record(AuditEntry.by(who, "proposed-" + act, unit, proposal.id(), reason));
    return Optional.of(proposal.id());
  }

  /** Confirms what another proposed, and does it. Of two who confirm at once, one does it. */
  @Transactional
  public Outcome confirm(StaffMember who, UUID id) {
    if (!who.operates()) {
      return Outcome.UNKNOWN;
    }
    var confirmed = rows.confirm(id, who.account(), clock.instant());
    confirmed.ifPresent(proposal -> {
      act(proposal.act()).carryOut(proposal);
      audit.record(entry(who, "confirmed-", proposal));
    });
    return confirmed.map(_ -> Outcome.DONE).orElseGet(() -> why(who, id));
  }

  /** Declines what another proposed, or takes back what one proposed oneself. */
  @Transactional
  public Outcome decline(StaffMember who, UUID id) {
    var known = rows.find(id).filter(proposal -> who.operates() || proposal.by(who));
    if (known.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (!rows.decline(id, who.account(), clock.instant())) {
      return Outcome.OVER;
    }
    audit.record(entry(who, "declined-", known.get()));
    return Outcome.DONE;
  }

  /** What waits and what was decided lately, of the units that they see; the newest first. */
  List<Proposal> latest(StaffMember who) {
    return rows.latest().stream().filter(one -> who.sees(new UnitId(one.unit()))).toList();
  }

  /** What waits for somebody else's eyes. */
  List<Proposal> waiting(StaffMember who) {
    var now = clock.instant();
    return latest(who).stream()
        .filter(one -> one.state() == Proposal.State.OPEN && one.expiresAt().isAfter(now))
        .toList();
  }

  /** Closes what nobody confirmed in time. */
  @Transactional
  public void expire() {
    rows.expire(clock.instant()).forEach(this::noteExpiry);
  }

  /** What is done when it is confirmed. */
  FourEyesAct act(String code) {
    Map<String, FourEyesAct> known =
        acts.stream().collect(toUnmodifiableMap(FourEyesAct::code, act -> act));
    var act = known.get(code);
    if (act == null) {
      throw new IllegalArgumentException("No such act: " + code);
    }
    return act;
  }

  private Outcome why(StaffMember who, UUID id) {
    return rows.find(id)
        .map(proposal ->
            proposal.state() == Proposal.State.OPEN && proposal.by(who)
                ? Outcome.OWN
                : Outcome.OVER)
        .orElse(Outcome.UNKNOWN);
  }

  private void noteExpiry(Proposal proposal) {
    audit.record(
        new AuditEntry(
            null,
            "expired-" + proposal.act(),
            proposal.unit(),
            proposal.id().toString(),
            proposal.reason()));
  }

  private static AuditEntry entry(StaffMember who, String what, Proposal proposal) {
    return AuditEntry.by(
        who, what + proposal.act(), new UnitId(proposal.unit()), proposal.id(), proposal.reason());
  }
}
