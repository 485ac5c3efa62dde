package ch.meinkonto.request;

import ch.meinkonto.contract.Formal;

/**
 * A unit's message that opens only after the resident was told what that means.
 *
 * @param messageId the unit's name for it, unique within the request
 */
public record FormalMessage(String messageId, Formal formal, UnitMessage message) {}
