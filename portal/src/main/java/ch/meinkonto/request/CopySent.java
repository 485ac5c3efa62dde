package ch.meinkonto.request;

import java.util.UUID;

/**
 * Something about a request lies sealed for a unit that does not decide it: a copy, or that it is
 * taken back.
 *
 * @param submissionId the contract's submission id
 * @param service what the request asks for
 * @param unit the unit that it is for
 */
public record CopySent(UUID requestId, UUID submissionId, String service, String unit) {}
