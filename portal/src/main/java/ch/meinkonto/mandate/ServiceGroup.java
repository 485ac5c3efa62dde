package ch.meinkonto.mandate;

import java.util.List;
import java.util.Map;

/**
 * Services of a unit to choose from.
 *
 * @param services id and name
 */
public record ServiceGroup(String unit, List<Map.Entry<String, String>> services) {

  public ServiceGroup {
    services = List.copyOf(services);
  }
}
