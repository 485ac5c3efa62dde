package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.mapping.Mappings;
import java.util.Optional;

/**
 * A unit's queues, as the file describes them.
 *
 * @param broker where they are
 * @param requests where requests go
 * @param answers how the unit says what it has to say
 * @param mappings how requests are written
 */
record AmqpPlan(Broker broker, String requests, Optional<Answers> answers, Mappings mappings)
    implements ChannelKind.Plan {

  @Override
  public Channel open(Surroundings surroundings) throws ChannelRefused {
    return AmqpChannel.open(this, surroundings);
  }

  @Override
  public String toString() {
    return "amqp " + broker.address();
  }
}
