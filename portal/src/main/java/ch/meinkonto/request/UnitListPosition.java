package ch.meinkonto.request;

import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import java.time.Instant;
import java.util.List;

/**
 * At which places of its waiting lists a unit has a request.
 *
 * @param saidAt when the unit signed it
 */
public record UnitListPosition(List<Place> places, Instant saidAt) {}
