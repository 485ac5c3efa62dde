package ch.meinkonto.catalogue;

import ch.meinkonto.operations.Audit;
import ch.meinkonto.operations.AuditEntry;
import ch.meinkonto.operations.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announces disturbances and ends them, in the name of somebody of the staff. */
@Component
class Announcing {

  private final Disturbances disturbances;
  private final Audit audit;

  Announcing(Disturbances disturbances, Audit audit) {
    this.disturbances = disturbances;
    this.audit = audit;
  }

  @Transactional
  public void announce(StaffMember who, Disturbance disturbance) {
    disturbances.announce(disturbance);
    note(who, "announced", disturbance);
  }

  @Transactional
  public void end(StaffMember who, Disturbance disturbance) {
    if (disturbances.end(disturbance.id())) {
      note(who, "announcement-ended", disturbance);
    }
  }

  private void note(StaffMember who, String act, Disturbance one) {
    audit.record(AuditEntry.by(who, act, one.unit(), one.id(), one.german()));
  }
}
