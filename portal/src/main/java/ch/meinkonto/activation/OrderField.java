package ch.meinkonto.activation;

import org.jspecify.annotations.Nullable;

/**
 * A field of the page on which one orders a letter.
 *
 * @param digits whether it is a number
 * @param value what was typed
 */
public record OrderField(
    String name, String label, @Nullable String hint, boolean digits, String value) {}
