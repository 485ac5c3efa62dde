package ch.meinkonto.delivery;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.directory.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery: the bringing of one submission to its unit, so both have the same id.
 *
 * @param service what its request asks for; null where that was not noted yet
 * @param leased whether somebody at the unit has it until {@code dueAt}
 * @param attempt how often it was offered
 * @param dueAt when it is offered next
 * @param reason why it was set aside
 */
record Item(
    DeliveryId id,
    RequestId request,
    UnitId unit,
    @Nullable String service,
    State state,
    boolean leased,
    int attempt,
    Instant dueAt,
    @Nullable String reason,
    Instant createdAt) {

  /** Where a delivery stands. */
  enum State {
    OPEN,
    SET_ASIDE,
    ACCEPTED,
    REJECTED,
    /** Its sender has taken it back, and it does not go on. */
    RECALLED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
  }

  SubmissionId submission() {
    return new SubmissionId(id.value());
  }

  /** Whether the submission is the request itself, not an answer about it. */
  boolean isRequest() {
    return id.value().equals(request.value());
  }
}
