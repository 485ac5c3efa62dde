package ch.meinkonto.directory;

import java.util.List;
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
}
