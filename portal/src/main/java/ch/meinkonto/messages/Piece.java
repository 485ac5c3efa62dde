package ch.meinkonto.messages;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a line of text.
 *
 * @param address where it leads, null when it is only text
 */
public record Piece(String text, @Nullable String address) {}
