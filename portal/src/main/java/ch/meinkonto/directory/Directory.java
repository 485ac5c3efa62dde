package ch.meinkonto.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The city and its organisation as they are served now. */
@Component
public class Directory {

  private final CityFolder folder;

  Directory(CityFolder folder) {
    this.folder = folder;
  }

  /** The city itself. */
  public City city() {
    return folder.get(City.class);
  }

  /** All departments and units, as one state. */
  public Organisation organisation() {
    return folder.get(Organisation.class);
  }

  /** The departments in the order of the city’s file. */
  public List<Department> departments() {
    return organisation().departments();
  }

  /** A unit. */
  public Optional<Unit> unit(UnitId id) {
    return organisation().unit(id);
  }

  /** What a unit is called; its id when the city does not know it any more. */
  public String name(UnitId id, Locale locale) {
    return unit(id).map(unit -> unit.name().in(locale)).orElse(id.value());
  }
}
