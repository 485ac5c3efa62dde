package ch.meinkonto.activation;

import java.time.Instant;

/**
 * A service for which somebody is activated.
 *
 * @param id of the service
 * @param service what it is called
 * @param unit who knows them
 * @param path the service's page
 */
public record OwnActivation(String id, String service, String unit, String path, Instant since) {}
