package ch.meinkonto.notification;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The providers that the city has. */
@Component
class Gateways {

  private static final String SMS =
      """
      {"id": "{id}", "to": "{to}", "from": "{from}", "text": "{text}"}\
      """;

  private static final String LETTER =
      """
      {"id": "{id}", "language": "{language}", "pdf": "{pdf}", "subject": "{subject}", "text": "{text}", \
      "to": {"name": "{name}", "extra": "{extra}", "street": "{street}", "postcode": "{postcode}", \
      "town": "{town}", "country": "{country}"}}\
      """;

  private final Map<Carrier, Gateway> gateways = new EnumMap<>(Carrier.class);

  Gateways(Environment environment, JsonMapper json) {
    for (var carrier : Carrier.values()) {
      var settings = GatewaySettings.of(carrier, environment);
      if (settings.configured()) {
        gateways.put(carrier, new HttpGateway(carrier, settings, usual(carrier), json));
      }
    }
  }

  /** The one who carries such things; empty when the city has none. */
  Optional<Gateway> of(Carrier carrier) {
    return Optional.ofNullable(gateways.get(carrier));
  }

  private static String usual(Carrier carrier) {
    return switch (carrier) {
      case SMS -> SMS;
      case LETTER -> LETTER;
    };
  }
}
