package ch.meinkonto.conformance;

import java.util.UUID;

/** Something made up lies sealed for a unit. */
public record TestDeliverySent(UUID id, UUID requestId, String service, String unit) {}
