package ch.meinkonto.request;

import java.util.UUID;

/** The unit has taken a request; what was sealed has been erased. */
public record RequestTaken(UUID requestId) {}
