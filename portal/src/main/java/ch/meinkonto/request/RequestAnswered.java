package ch.meinkonto.request;

import java.time.Duration;
import java.util.UUID;

/**
 * The unit has said something about a request for the first time: a message, a question, a
 * decision, or that it will not deal with it. That it has taken the request says nothing yet.
 *
 * @param unit the unit in charge
 * @param after how long after the request was received
 */
public record RequestAnswered(UUID requestId, String unit, Duration after) {}
