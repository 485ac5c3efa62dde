package ch.meinkonto.operations;

import org.jspecify.annotations.Nullable;

/**
 * A public key as the desk shows it.
 *
 * @param since when it was made, if it says so
 * @param expires when it ends, if it says so
 * @param sealing whether what comes in is sealed for it now
 */
public record KeyView(
    String id, String use, @Nullable String since, @Nullable String expires, boolean sealing) {}
