package ch.meinkonto.statistics;

import ch.meinkonto.catalogue.Service;
import ch.meinkonto.directory.Unit;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of what somebody wants to see numbers.
 *
 * @param period as it stands in the address: a year, the last twelve months, or all
 * @param from the first month
 * @param to the last one
 */
public record Choice(
    String period, YearMonth from, YearMonth to, Optional<Unit> unit, Optional<Service> service) {

  static final String ALL = "alles";
  static final String LAST_YEAR = "12-monate";

  /** Longer, and tables go by year. */
  private static final int MONTHS_OF_A_TABLE = 24;

  /** Of the whole city. */
  public boolean ofTheCity() {
    return unit.isEmpty() && service.isEmpty();
  }

  /** The unit whose work it is about: that of the service, if one is chosen. */
  Optional<String> unitAtWork() {
    return service.map(found -> found.unit().value()).or(this::unitId);
  }

  /** Its id. */
  public Optional<String> unitId() {
    return unit.map(found -> found.id().value());
  }

  /** Its id. */
  public Optional<String> serviceId() {
    return service.map(found -> found.id().value());
  }

  List<YearMonth> months() {
    return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1)).toList();
  }

  boolean byYear() {
    return from.plusMonths(MONTHS_OF_A_TABLE).isBefore(to);
  }

  /** The same in the address of a table. */
  public String query() {
    return "zeitraum="
        + period
        + unitId().map(id -> "&amt=" + id).orElse("")
        + serviceId().map(id -> "&dienst=" + id).orElse("");
  }
}
