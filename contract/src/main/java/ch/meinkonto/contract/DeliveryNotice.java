package ch.meinkonto.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of the sealed part {@code data} when the unit hears how a formal delivery went.
 *
 * @param messageId the unit's name for its message
 * @param at when it happened
 * @param deemedOn the day on which it counted as delivered, though nobody had opened it
 * @param receipt the evidence: the portal's signed {@link Receipt} of the kind {@code delivery}
 */
public record DeliveryNotice(
    String messageId,
    DeliveryOutcome outcome,
    Instant at,
    @Nullable LocalDate deemedOn,
    String receipt) {
  public DeliveryNotice {
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(receipt, "receipt");
  }

  @Override
  public String toString() {
    return "DeliveryNotice[" + messageId + ", " + outcome + "]";
  }
}
