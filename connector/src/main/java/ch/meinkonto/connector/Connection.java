package ch.meinkonto.connector;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One unit, as the file describes it.
 *
 * @param unit the unit's id
 * @param keys the unit's private keys
 * @param offers the folder with what residents can book; null when that is nothing
 * @param plan how requests get into the unit's system
 */
record Connection(String unit, Path keys, @Nullable Path offers, ChannelKind.Plan plan) {}
