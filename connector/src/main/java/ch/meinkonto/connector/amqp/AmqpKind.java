package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.yaml.YamlMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kind {@code amqp}: the unit's system reads from a queue. */
@Component
final class AmqpKind implements ChannelKind {

  @Override
  public String name() {
    return "amqp";
  }

  @Override
  public Optional<Plan> read(String unit, YamlMap options) {
    options.allow(
        "channel",
        "keys",
        ChannelKind.OFFERS,
        "broker",
        "user",
        "password",
        "tls",
        "timeout",
        "requests",
        "answers",
        Mappings.OPTION);
    Optional<Broker> broker = Broker.read(options);
    Optional<Answers> answers = Answers.read(options);
    Mappings mappings = Mappings.read(options);
    Optional<String> requests = options.text("requests");
    return broker.flatMap(
        where -> requests.map(queue -> new AmqpPlan(where, queue, answers, mappings)));
  }
}
