package ch.meinkonto.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resident has taken a request back.
 *
 * @param requestId the request
 * @param withdrawalId what lies sealed for the unit: the contract's submission id; null when the
 *     unit has never seen the request and hears nothing
 * @param service what it asked for
 * @param unit the unit in charge
 */
public record RequestWithdrawn(
    UUID requestId, @Nullable UUID withdrawalId, String service, String unit) {}
