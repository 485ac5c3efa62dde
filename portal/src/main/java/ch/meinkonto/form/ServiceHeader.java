package ch.meinkonto.form;

import ch.meinkonto.directory.Unit;
import ch.meinkonto.platform.yaml.Languages;
import java.util.List;

/**
 * What a form knows of its service.
 *
 * @param id the service’s id
 * @param version of the answers’ schema
 * @param languages of the city’s texts
 * @param units those among which people may choose
 */
public record ServiceHeader(String id, int version, Languages languages, List<Unit> units) {

  public ServiceHeader {
    units = List.copyOf(units);
  }

  /** One whose form does not let people choose from the city’s units. */
  public ServiceHeader(String id, int version, Languages languages) {
    this(id, version, languages, List.of());
  }
}
