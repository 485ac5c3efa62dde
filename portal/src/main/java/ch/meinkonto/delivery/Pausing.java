package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.Audit;
import ch.meinkonto.operations.AuditEntry;
import ch.meinkonto.operations.FourEyesAct;
import ch.meinkonto.operations.Proposal;
import ch.meinkonto.operations.Proposals;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may pause a unit for how long: a day alone, longer with another. */
@Component
class Pausing implements FourEyesAct {

  private final Pauses pauses;
  private final Proposals proposals;
  private final Audit audit;
  private final Clock clock;

  Pausing(Pauses pauses, Proposals proposals, Audit audit, Clock clock) {
    this.pauses = pauses;
    this.proposals = proposals;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of the wish to pause. */
  enum Outcome {
    PAUSED,
    PROPOSED,
    WAITS_ALREADY
  }

  @Transactional
  public Outcome pause(StaffMember who, UnitId unit, PauseLength length, String reason) {
    who.mustSee(unit);
    if (!length.alone()) {
      return proposals.propose(who, code(), unit, length.code(), reason).isPresent()
          ? Outcome.PROPOSED
          : Outcome.WAITS_ALREADY;
    }
    pauses.begin(unit, clock.instant().plus(length.duration()));
    audit.record(AuditEntry.by(who, "paused", unit, null, length.code() + " " + reason));
    return Outcome.PAUSED;
  }

  /** False when it is not paused. */
  @Transactional
  public boolean resume(StaffMember who, UnitId unit) {
    who.mustSee(unit);
    var ended = pauses.end(unit);
    if (ended) {
      audit.record(AuditEntry.by(who, "resumed", unit, null, ""));
    }
    return ended;
  }

  @Override
  public String code() {
    return "pause-unit";
  }

  @Override
  public String text() {
    return "delivery.pause.proposal";
  }

  @Override
  public String shown(String detail, Page page) {
    return page.text("delivery.pause.length." + detail);
  }

  @Override
  public void carryOut(Proposal confirmed) {
    pauses.begin(
        new UnitId(confirmed.unit()), clock.instant().plus(Duration.parse(confirmed.detail())));
  }
}
