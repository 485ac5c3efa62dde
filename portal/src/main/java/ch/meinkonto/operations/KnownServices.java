package ch.meinkonto.operations;

import ch.meinkonto.directory.UnitId;
import java.util.List;
import java.util.Locale;

/** What services there are, for the desk: the module that knows them says it by a bean. */
public interface KnownServices {

  /**
   * A service.
   *
   * @param unit which unit it is of
   * @param disturbed whether residents read there now that something does not work
   */
  record Known(String id, UnitId unit, String name, boolean disturbed) {}

  /** All that people find, in the order of the alphabet. */
  List<Known> all(Locale locale);
}
