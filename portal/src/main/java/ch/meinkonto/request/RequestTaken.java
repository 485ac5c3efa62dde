package ch.meinkonto.request;

import java.time.Duration;
import java.util.UUID;

/**
 * The unit has taken a request; what was sealed has been erased.
 *
 * @param unit the unit in charge
 * @param after how long after the request was received
 */
public record RequestTaken(UUID requestId, String unit, Duration after) {}
