package ch.meinkonto.activation;

import java.util.UUID;

/**
 * Something about an activation lies sealed for its unit.
 *
 * @param id the contract's submission id
 * @param service what it is asked for
 * @param unit the unit in charge
 */
public record ActivationSent(UUID id, String service, String unit) {}
