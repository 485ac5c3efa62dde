package ch.meinkonto.booking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody’s lot in a draw.
 *
 * @param ticket its number, which is published
 * @param takenBack whether they took it back after the list was closed
 * @param place at which place it was drawn; null when it was not
 */
record Entry(
    UUID id, UUID draw, String ticket, UUID request, boolean takenBack, @Nullable Integer place) {}
