package ch.meinkonto.catalogue;

import ch.meinkonto.catalogue.search.Marker;
import ch.meinkonto.directory.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What fits to somebody’s words.
 *
 * @param services the best first
 * @param units the best first
 * @param meant what was probably meant, when a word is not known
 * @param marker marks in texts what was looked for
 */
public record Found(
    List<Service> services, List<Unit> units, Optional<String> meant, Marker marker) {

  public Found {
    services = List.copyOf(services);
    units = List.copyOf(units);
  }

  /** Whether nothing fits. */
  public boolean isEmpty() {
    return services.isEmpty() && units.isEmpty();
  }
}
