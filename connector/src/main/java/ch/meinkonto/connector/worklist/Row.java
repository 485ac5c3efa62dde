package ch.meinkonto.connector.worklist;

import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case in the list: nothing in it says who sent it or what they wrote.
 *
 * @param assignee whose it is
 * @param sending whether something has still to reach the portal
 * @param refused whether the portal refused something
 */
public record Row(
    RequestId id,
    Reference reference,
    String service,
    String title,
    Instant receivedAt,
    Stage stage,
    @Nullable String assignee,
    @Nullable Instant closedAt,
    boolean sending,
    boolean refused) {

  /** Whether there has been nothing more to do since then, and nothing has still to be sent. */
  boolean overSince(Instant then) {
    return closedAt != null && !closedAt.isAfter(then) && !sending;
  }

  /** Whether the unit has let it lie for longer than it wants to. */
  public boolean overdue(Instant now, Duration due) {
    return stage.ours() && receivedAt.plus(due).isBefore(now);
  }
}
