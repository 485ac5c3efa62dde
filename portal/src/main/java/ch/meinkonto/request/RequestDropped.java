package ch.meinkonto.request;

import java.util.UUID;

/** A request that waited to be paid is no more: nobody paid, or its draft is sent otherwise. */
public record RequestDropped(UUID requestId) {}
