package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.yaml.YamlMap;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kind {@code rest}: the unit's system has an HTTP API. */
@Component
final class RestKind implements ChannelKind {

  private static final Duration POLL = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public Optional<Plan> read(String unit, YamlMap options) {
    options.allow(
        "channel",
        "keys",
        ChannelKind.OFFERS,
        "url",
        "login",
        "tls",
        "timeout",
        "rejected",
        "request",
        "answer",
        "copy",
        "withdrawal",
        "notice",
        "attachment",
        "complete",
        "events",
        "poll",
        Mappings.OPTION);
    Optional<Api> api = Api.read(options);
    Optional<Operations> operations = Operations.read(options);
    Optional<Events> events = Events.read(options);
    Duration poll = options.pause("poll", POLL);
    Mappings mappings = Mappings.read(options);
    return api.flatMap(
        where -> operations.map(what -> new RestPlan(where, what, events, poll, mappings)));
  }
}
