package ch.meinkonto.catalogue.search;

import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param hits the best first
 * @param total how many there are, shown or not
 * @param meant what was probably meant, when something typed is not known
 * @param marker marks in texts what was looked for
 */
public record Results(List<Hit> hits, int total, Optional<String> meant, Marker marker) {

  /** An entry that fits. */
  public record Hit(String key, float score) {}

  public Results {
    hits = List.copyOf(hits);
  }

  static Results nothing() {
    return new Results(List.of(), 0, Optional.empty(), Marker.nothing());
  }
}
