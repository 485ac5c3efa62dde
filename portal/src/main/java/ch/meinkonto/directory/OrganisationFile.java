package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code organisation.yaml}. */
public final class OrganisationFile implements CityPart<Organisation> {

  private static final int MOST_OFFICES = 1000;
  private static final Map<String, Boolean> STATUS = Map.of("live", false, "test", true);

  @Override
  public Class<Organisation> type() {
    return Organisation.class;
  }

  @Override
  public Organisation read(CityReading reading) {
    var root = reading.yaml("organisation.yaml");
    root.allow("departments", "units");
    var languages = reading.languages();
    var departments = departments(root.require("departments"), languages);
    var known = departments.stream().map(Department::id).collect(Collectors.toSet());
    return new Organisation(departments, units(root.require("units"), languages, known));
  }

  private static List<Department> departments(YamlNode list, Languages languages) {
    var departments = new LinkedHashMap<DepartmentId, Department>();
    for (var node : list.items()) {
      node.allow("id", "name", "about");
      var id = Ids.read(node.require("id"), DepartmentId::new, "departement");
      var department =
          new Department(
              id,
              node.require("name").localized(languages),
              node.require("about").localized(languages));
      if (departments.putIfAbsent(id, department) != null) {
        node.finding("there is already a department “" + id + "”");
      }
    }
    return List.copyOf(departments.values());
  }

  private static List<Unit> units(
      YamlNode list, Languages languages, Set<DepartmentId> departments) {
    var units = new LinkedHashMap<UnitId, Unit>();
    var belongs = new LinkedHashMap<YamlNode, UnitId>();
    for (var node : list.items()) {
      node.allow(
          "id",
          "department",
          "part_of",
          "name",
          "about",
          "status",
          "offices",
          "channel",
          "contact");
      var department = Ids.read(node.require("department"), DepartmentId::new, "departement");
      if (!departments.contains(department)) {
        node.at("department")
            .ifPresent(place -> place.finding("there is no department “" + department + "”"));
      }
      var unit = unit(node, department, languages);
      if (units.putIfAbsent(unit.id(), unit) != null) {
        node.finding("there is already a unit “" + unit.id() + "”");
      }
      if (unit.partOf() != null) {
        belongs.put(node, unit.partOf());
      }
    }
    checkBelonging(belongs, units);
    return new ArrayList<>(units.values());
  }

  private static Unit unit(YamlNode node, DepartmentId department, Languages languages) {
    return new Unit(
        Ids.read(node.require("id"), UnitId::new, "amt"),
        department,
        node.require("name").localized(languages),
        node.require("about").localized(languages),
        node.at("part_of").map(part -> Ids.read(part, UnitId::new, "amt")).orElse(null),
        node.at("status").map(status -> status.oneOf(STATUS)).orElse(false),
        node.at("offices").map(offices -> offices.integer(1, MOST_OFFICES)).orElse(1),
        node.at("channel").map(channel -> channel.oneOf(Channel.byName())).orElse(Channel.PULL),
        ContactReader.read(node.require("contact"), languages));
  }

  private static void checkBelonging(Map<YamlNode, UnitId> belongs, Map<UnitId, Unit> units) {
    belongs.forEach((node, whole) -> {
      var unit = units.get(whole);
      var place = node.at("part_of").orElse(node);
      if (unit == null) {
        place.finding("there is no unit “" + whole + "”");
      } else if (unit.partOf() != null) {
        place.finding("“" + whole + "” belongs to a unit itself; one level is enough");
      }
    });
  }
}
