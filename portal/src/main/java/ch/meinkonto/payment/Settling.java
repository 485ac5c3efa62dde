package ch.meinkonto.payment;

import ch.meinkonto.operations.Audit;
import ch.meinkonto.operations.AuditEntry;
import ch.meinkonto.operations.StaffMember;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff say that they have done what the portal cannot do: transferred money, cleared a credit. */
@Component
class Settling {

  private final BankCredits credits;
  private final Refunds refunds;
  private final Audit audit;

  Settling(BankCredits credits, Refunds refunds, Audit audit) {
    this.credits = credits;
    this.refunds = refunds;
    this.audit = audit;
  }

  /** Notes it; false when there is nothing to be done under this id. */
  @Transactional
  public boolean settle(StaffMember who, UUID id) {
    var done = credits.settle(id) || refunds.transferred(id);
    if (done) {
      audit.record(AuditEntry.by(who, "payment-settled", null, id, ""));
    }
    return done;
  }
}
