package ch.meinkonto.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** All that modules read from a city’s folder. */
final class CityParts {

  private CityParts() {}

  /** The parts that this module reads itself, then those of the others. */
  static List<CityPart<?>> all() {
    var parts = own();
    ServiceLoader.load(CityPart.class, CityPart.class.getClassLoader()).forEach(parts::add);
    return parts;
  }

  /** City, organisation and theme. */
  static List<CityPart<?>> own() {
    return new ArrayList<>(List.of(new CityFile(), new OrganisationFile(), new ThemeFile()));
  }
}
