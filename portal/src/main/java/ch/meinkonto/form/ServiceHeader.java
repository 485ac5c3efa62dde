package ch.meinkonto.form;

import ch.meinkonto.platform.yaml.Languages;

/**
 * What a form knows of its service.
 *
 * @param id the service’s id
 * @param version of the answers’ schema
 * @param languages of the city’s texts
 */
public record ServiceHeader(String id, int version, Languages languages) {}
