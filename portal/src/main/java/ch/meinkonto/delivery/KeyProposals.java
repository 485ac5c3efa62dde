package ch.meinkonto.delivery;

import ch.meinkonto.directory.KeyOutcome;
import ch.meinkonto.directory.KeyRegistration;
import ch.meinkonto.directory.KeyRegistration.State;
import ch.meinkonto.directory.KeyRegistrations;
import ch.meinkonto.operations.Audit;
import ch.meinkonto.operations.AuditEntry;
import ch.meinkonto.operations.FourEyesAct;
import ch.meinkonto.operations.Proposal;
import ch.meinkonto.operations.Proposals;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets keys count that a unit handed in, when two have compared their fingerprint. */
@Component
class KeyProposals implements FourEyesAct {

  private final KeyRegistrations registrations;
  private final Proposals proposals;
  private final Audit audit;

  KeyProposals(KeyRegistrations registrations, Proposals proposals, Audit audit) {
    this.registrations = registrations;
    this.proposals = proposals;
    this.audit = audit;
  }

  /** The first of two has compared; false when somebody has proposed it already. */
  boolean propose(StaffMember who, KeyRegistration one, String reason) {
    return proposals
        .propose(who, code(), one.unit(), one.id() + " " + one.fingerprint(), reason)
        .isPresent();
  }

  /** Takes back what was believed, or was going to be; false when there is nothing to take back. */
  @Transactional
  public boolean end(StaffMember who, KeyRegistration one, String reason) {
    var name = who.account().value().toString();
    var outcome =
        one.state() == State.WAITING
            ? registrations.refuse(one.id(), name)
            : registrations.revoke(one.id(), name);
    if (outcome instanceof KeyOutcome.Refused) {
      return false;
    }
    var act = one.state() == State.WAITING ? "keys-refused" : "keys-revoked";
    audit.record(AuditEntry.by(who, act, one.unit(), one.id(), reason));
    return true;
  }

  @Override
  public String code() {
    return "let-keys-count";
  }

  @Override
  public String text() {
    return "delivery.keys.proposal";
  }

  @Override
  public String shown(String detail, Page page) {
    return detail.replaceFirst("^\\S+ ", "");
  }

  @Override
  public void carryOut(Proposal confirmed) {
    var id = UUID.fromString(confirmed.detail().split(" ", 2)[0]);
    var one = registrations.find(id).orElseThrow();
    if (one.proposedBy() == null) {
      done(registrations.propose(id, confirmed.proposedBy().value().toString()));
    }
    var by = Objects.requireNonNull(confirmed.decidedBy()).value().toString();
    done(registrations.confirm(id, by));
  }

  private static void done(KeyOutcome outcome) {
    if (outcome instanceof KeyOutcome.Refused(var why)) {
      throw new IllegalStateException("These keys cannot count: " + why);
    }
  }
}
