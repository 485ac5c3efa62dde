package ch.meinkonto.form;

import ch.meinkonto.platform.yaml.Localized;

/**
 * A service’s form with what its pages say besides.
 *
 * @param name what the service is called
 * @param needsLogin whether one must be logged in to send it
 */
public record ServiceForm(Form form, Localized<String> name, boolean needsLogin) {}
