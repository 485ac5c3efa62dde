package ch.meinkonto.connector;

import ch.meinkonto.connector.paper.Labels;
import ch.meinkonto.unit.Unit;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a channel works with.
 *
 * @param unitId the unit that it serves
 * @param unit the unit's connection to the portal
 * @param own the unit's own folder at the connector, for keys and notes
 * @param labels what the fields of requests are called
 * @param counts what is counted for the unit
 * @param clock the time
 */
public record Surroundings(
    String unitId, Unit unit, Path own, Labels labels, Counts counts, Clock clock) {}
