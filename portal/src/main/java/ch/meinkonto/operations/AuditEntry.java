package ch.meinkonto.operations;

import ch.meinkonto.directory.UnitId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act of staff.
 *
 * @param account who did it; null at the terminal
 * @param act its text is {@code operations.act.<act>}
 * @param unit which unit it was about
 * @param reference which delivery, proposal or other thing it was about
 * @param reason why; names nobody
 */
public record AuditEntry(
    @Nullable UUID account,
    String act,
    @Nullable String unit,
    @Nullable String reference,
    String reason) {

  /** By somebody at the desk, about a unit. */
  public static AuditEntry by(
      StaffMember who, String act, @Nullable UnitId unit, @Nullable UUID reference, String reason) {
    return new AuditEntry(
        who.account().value(),
        act,
        unit == null ? null : unit.value(),
        reference == null ? null : reference.toString(),
        reason);
  }

  /** By somebody at the server's terminal. */
  public static AuditEntry atTerminal(String act, String reference, String reason) {
    return new AuditEntry(null, act, null, reference, reason);
  }
}
