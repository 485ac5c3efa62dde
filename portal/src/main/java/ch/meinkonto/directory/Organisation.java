package ch.meinkonto.directory;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The city’s departments and units at one moment. */
public final class Organisation {

  private final List<Department> departments;
  private final Map<UnitId, Unit> units;
  private final Map<DepartmentId, List<Unit>> byDepartment;

  Organisation(List<Department> departments, List<Unit> units) {
    this.departments = List.copyOf(departments);
    this.units =
        units.stream()
            .collect(
                Collectors.toMap(Unit::id, unit -> unit, (one, other) -> one, LinkedHashMap::new));
    this.byDepartment = units.stream().collect(Collectors.groupingBy(Unit::department));
  }

  /** The departments in the order of the city’s file. */
  public List<Department> departments() {
    return departments;
  }

  /** A department. */
  public Optional<Department> department(DepartmentId id) {
    return departments.stream().filter(department -> department.id().equals(id)).findFirst();
  }

  /** All units in the order of the city’s file. */
  public List<Unit> units() {
    return List.copyOf(units.values());
  }

  /** The units of a department in the order of the alphabet. */
  public List<Unit> units(DepartmentId department, Locale locale) {
    var alphabet = Collator.getInstance(locale);
    return byDepartment.getOrDefault(department, List.of()).stream()
        .sorted(Comparator.comparing(unit -> unit.name().in(locale), alphabet))
        .toList();
  }

  /** A unit. */
  public Optional<Unit> unit(UnitId id) {
    return Optional.ofNullable(units.get(id));
  }

  /** The units that belong to another one. */
  public List<Unit> partsOf(UnitId id) {
    return units.values().stream().filter(unit -> id.equals(unit.partOf())).toList();
  }
}
