package ch.meinkonto.request;

import java.util.UUID;

/**
 * A request has come further.
 *
 * @param state the contract's code of the new state, such as {@code in-progress}
 */
public record RequestStateChanged(UUID requestId, String state) {}
