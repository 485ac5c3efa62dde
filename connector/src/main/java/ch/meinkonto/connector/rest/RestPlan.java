package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.mapping.Mappings;
import java.time.Duration;
import java.util.Optional;

/**
 * A unit's API, as the file describes it.
 *
 * @param api where it is
 * @param operations what it is asked to do
 * @param events how it gives what the unit has to say
 * @param poll how often it is asked for events
 * @param mappings how requests are written for it
 */
record RestPlan(
    Api api, Operations operations, Optional<Events> events, Duration poll, Mappings mappings)
    implements ChannelKind.Plan {

  @Override
  public Channel open(Surroundings surroundings) throws ChannelRefused {
    return RestChannel.open(this, surroundings);
  }

  @Override
  public String toString() {
    return "rest " + api.address();
  }
}
