package ch.meinkonto.request;

import java.util.UUID;

/** The unit will not deal with a request; what was sealed has been erased. */
public record RequestRejected(UUID requestId) {}
