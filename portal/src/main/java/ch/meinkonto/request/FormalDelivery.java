package ch.meinkonto.request;

import ch.meinkonto.contract.Formal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a formal delivery stands.
 *
 * @param messageId the unit's name for it
 * @param arrivedAt since when it could be opened
 * @param lastDay on which day in the city its time ends; null when it waits without end
 * @param deemed whether it counts as delivered then
 */
public record FormalDelivery(
    String messageId,
    Formal.Kind kind,
    Instant arrivedAt,
    @Nullable LocalDate lastDay,
    boolean deemed) {

  /** Whose days count. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

  /** One that arrives now. */
  public static FormalDelivery arriving(FormalMessage message, Instant now) {
    var formal = message.formal();
    var days = formal.days();
    return new FormalDelivery(
        message.messageId(),
        formal.kind(),
        now,
        days == null ? null : LocalDate.ofInstant(now, ZONE).plusDays(days),
        formal.deemed());
  }

  /**
   * The day on which it counts as delivered, whether somebody opens it now or never; null if none.
   */
  public @Nullable LocalDate deemedOn(Instant now) {
    var over = over();
    return deemed && over != null && !now.isBefore(over) ? lastDay : null;
  }

  /** When its time is over: the last day counts to its end. */
  public @Nullable Instant over() {
    return lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
