package ch.meinkonto.form;

import ch.meinkonto.directory.Unit;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.yaml.Languages;
import java.util.List;

/**
 * What a form knows of its service.
 *
 * @param id the service’s id
 * @param version of the answers’ schema
 * @param languages of the city’s texts
 * @param units all that the city has, also those that only try out their systems
 */
public record ServiceHeader(String id, int version, Languages languages, List<Unit> units) {

  public ServiceHeader {
    units = List.copyOf(units);
  }

  /** The units among which people may choose. */
  List<Unit> choices() {
    return units.stream().filter(unit -> !unit.test()).toList();
  }

  boolean triesOut(UnitId unit) {
    return units.stream().anyMatch(one -> one.id().equals(unit) && one.test());
  }

  /** One whose form does not let people choose from the city’s units. */
  public ServiceHeader(String id, int version, Languages languages) {
    this(id, version, languages, List.of());
  }
}
