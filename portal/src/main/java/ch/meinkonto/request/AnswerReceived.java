package ch.meinkonto.request;

import java.util.UUID;

/**
 * A resident has answered a unit's question; the answer lies sealed for the unit.
 *
 * @param requestId the request that the question was about
 * @param answerId the answer: the contract's submission id
 * @param service what the request asks for
 * @param unit the unit that asked
 */
public record AnswerReceived(UUID requestId, UUID answerId, String service, String unit) {}
