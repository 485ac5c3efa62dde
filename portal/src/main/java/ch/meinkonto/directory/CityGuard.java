package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Finding;
import java.util.List;

/**
 * Looks at a city’s folder that is in order by itself, and says what in it does not go with what
 * the portal has promised before. Implemented by the module that keeps the promise; a folder with
 * an objection is not taken over.
 */
public interface CityGuard {

  /** What must not be taken over; empty when all may. */
  List<Finding> objections(CitySnapshot city);
}
