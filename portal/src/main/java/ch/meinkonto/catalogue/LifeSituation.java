package ch.meinkonto.catalogue;

import ch.meinkonto.platform.yaml.Localized;

/**
 * What happens in somebody’s life, and makes them look for a service.
 *
 * @param icon a symbol of the portal’s set
 */
public record LifeSituation(
    LifeSituationId id, String icon, Localized<String> name, Localized<String> intro) {}
