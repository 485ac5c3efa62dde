package ch.meinkonto.request;

import java.util.UUID;

/** A request that can't be sent now; what was entered stays in its draft. */
final class NotSent extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final UUID draftId;

  NotSent(UUID draftId) {
    super("draft " + draftId, null, false, false);
    this.draftId = draftId;
  }

  UUID draftId() {
    return draftId;
  }
}
