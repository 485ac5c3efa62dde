package ch.meinkonto.mandate;

import java.util.UUID;

/** From here on nobody acts by this mandate; told in the transaction that ends it. */
public record MandateEnded(UUID mandateId) {}
