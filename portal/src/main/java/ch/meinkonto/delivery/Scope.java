package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.StaffMember;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Which deliveries a page is about.
 *
 * @param at those to these units, and of them:
 * @param whole all to these units
 * @param services all of these services
 */
record Scope(Collection<UnitId> at, Collection<UnitId> whole, Collection<String> services) {

  /** As a condition on {@code delivery_item}, with {@link #parameters()}. */
  static final String CONDITION =
      "unit = ANY (:units) AND (unit = ANY (:whole) OR service = ANY (:services))";

  /** What somebody sees at these units. */
  static Scope of(StaffMember who, Collection<UnitId> at) {
    return who.seesAll() ? new Scope(at, at, Set.of()) : new Scope(at, who.units(), who.services());
  }

  /** All of one service at these units. */
  static Scope of(String service, Collection<UnitId> at) {
    return new Scope(at, Set.of(), Set.of(service));
  }

  Map<String, Object> parameters() {
    return Map.of(
        "units", text(at.stream().map(UnitId::value).toArray()),
        "whole", text(whole.stream().map(UnitId::value).toArray()),
        "services", text(services.toArray()));
  }

  private static SqlArrayValue text(Object[] values) {
    return new SqlArrayValue("text", values);
  }
}
