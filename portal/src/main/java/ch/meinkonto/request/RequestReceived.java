package ch.meinkonto.request;

import java.util.UUID;

/**
 * A resident has sent a request; it lies sealed for its unit.
 *
 * @param service what it asks for
 * @param unit the unit in charge
 */
public record RequestReceived(UUID requestId, String service, String unit) {}
