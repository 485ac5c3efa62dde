package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.mapping.Mappings;
import java.time.Duration;

/**
 * A unit's web service, as the file describes it.
 *
 * @param poll how often it is asked what it has to say
 * @param mappings how requests are written for it
 */
record SoapPlan(Service service, Duration poll, Mappings mappings) implements ChannelKind.Plan {

  @Override
  public Channel open(Surroundings surroundings) throws ChannelRefused {
    return SoapChannel.open(this, surroundings, new ForcedDisk());
  }

  @Override
  public String toString() {
    return "soap " + service.address();
  }
}
