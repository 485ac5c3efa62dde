package ch.meinkonto.delivery;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.Audit;
import ch.meinkonto.operations.AuditEntry;
import ch.meinkonto.operations.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For operators: what was set aside, and putting it back. */
@Component
public class Deliveries {

  private static final String PUT_BACK = "put-back";

  private final Items items;
  private final Audit audit;
  private final Clock clock;

  Deliveries(Items items, Audit audit, Clock clock) {
    this.items = items;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is set aside, the oldest first. */
  public List<SetAside> setAside() {
    return items.setAside().stream()
        .map(item ->
            new SetAside(
                item.id(), item.unit().value(), String.valueOf(item.reason()), item.createdAt()))
        .toList();
  }

  /** Offers a delivery again, from the terminal; false when it is not set aside. */
  @Transactional
  public boolean putBack(DeliveryId id) {
    var reason = items.putBack(id, clock.instant());
    reason.ifPresent(why -> audit.record(AuditEntry.atTerminal(PUT_BACK, id.toString(), why)));
    return reason.isPresent();
  }

  /** The same by somebody at the desk. */
  @Transactional
  public boolean putBack(StaffMember who, UnitId unit, DeliveryId id) {
    var reason = items.putBack(id, clock.instant());
    reason.ifPresent(why -> audit.record(AuditEntry.by(who, PUT_BACK, unit, id.value(), why)));
    return reason.isPresent();
  }

  /** Offers everything again that lies aside at a unit; gives how much. */
  int putBackAll(UnitId unit) {
    return items.putBackAll(unit, clock.instant());
  }

  /**
   * A delivery that waits for an operator.
   *
   * @param reason a code
   */
  public record SetAside(DeliveryId id, String unit, String reason, Instant since) {}
}
