package ch.meinkonto.request;

import ch.meinkonto.directory.UnitId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that can't be sent now; what was entered stays in its draft. */
final class NotSent extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final UUID draftId;
  private final transient @Nullable UnitId among;

  NotSent(UUID draftId) {
    this(draftId, null);
  }

  /** Of several units, one that cannot receive anything. */
  NotSent(UUID draftId, @Nullable UnitId among) {
    super("draft " + draftId, null, false, false);
    this.draftId = draftId;
    this.among = among;
  }

  Optional<UnitId> among() {
    return Optional.ofNullable(among);
  }

  UUID draftId() {
    return draftId;
  }
}
