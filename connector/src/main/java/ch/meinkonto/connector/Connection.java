package ch.meinkonto.connector;

import java.nio.file.Path;

/**
 * One unit, as the file describes it.
 *
 * @param unit the unit's id
 * @param keys the unit's private keys
 * @param plan how requests get into the unit's system
 */
record Connection(String unit, Path keys, ChannelKind.Plan plan) {}
