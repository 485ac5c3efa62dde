package ch.meinkonto.entrance;

import ch.meinkonto.operations.Audit;
import ch.meinkonto.operations.AuditEntry;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with rushes. */
@Component
class Planning {

  private final RushRows rows;
  private final Rushes rushes;
  private final Audit audit;
  private final Clock clock;

  Planning(RushRows rows, Rushes rushes, Audit audit, Clock clock) {
    this.rows = rows;
    this.rushes = rushes;
    this.audit = audit;
    this.clock = clock;
  }

  /** What one can do with a rush that has not ended. */
  enum Act {
    PAUSE("rush-paused"),
    RESUME("rush-resumed"),
    EVERYBODY("rush-opened"),
    END("rush-ended");

    private final String audited;

    Act(String audited) {
      this.audited = audited;
    }
  }

  @Transactional
  public UUID plan(StaffMember who, Plan plan) {
    var id = Ids.next();
    rows.insert(id, plan);
    note(who, "rush-planned", id, plan);
    rushes.changed();
    return id;
  }

  /** Whether that changed anything. */
  @Transactional
  public boolean act(StaffMember who, Rush rush, Act act) {
    var id = rush.id();
    var done =
        switch (act) {
          case PAUSE -> rows.setMode(id, Line.Mode.PAUSED);
          case RESUME -> rows.setMode(id, Line.Mode.RUNNING);
          case EVERYBODY -> rows.setMode(id, Line.Mode.EVERYBODY);
          case END -> rows.end(id, clock.instant());
        };
    if (done) {
      note(who, act.audited, id, rush.plan());
      rushes.changed();
    }
    return done;
  }

  private void note(StaffMember who, String act, UUID id, Plan plan) {
    audit.record(AuditEntry.by(who, act, null, id, String.join(", ", plan.services())));
  }
}
