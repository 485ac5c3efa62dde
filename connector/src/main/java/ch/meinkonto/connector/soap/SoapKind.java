package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.yaml.YamlMap;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kind {@code soap}: requests are brought to a web service, answers are collected there. */
@Component
final class SoapKind implements ChannelKind {

  private static final Duration POLL = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "soap";
  }

  @Override
  public Optional<Plan> read(String unit, YamlMap options) {
    options.allow(
        "channel",
        "keys",
        ChannelKind.OFFERS,
        "address",
        "version",
        "sender",
        "recipient",
        "test",
        "login",
        "tls",
        "timeout",
        "poll",
        Mappings.OPTION);
    Duration poll = options.pause("poll", POLL);
    Mappings mappings = Mappings.read(options);
    return Service.read(unit, options).map(service -> new SoapPlan(service, poll, mappings));
  }
}
