package ch.meinkonto.simulator.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** How the units that offer a service get their requests: from the city's folder. */
final class Channels {

  enum Kind {
    PULL,
    PUSH,
    FOLDER
  }

  record Channel(String unit, Kind kind) {}

  private Channels() {}

  static List<Channel> read(Path city) throws IOException {
    var offering = unitsWithServices(city.resolve("services"));
    Map<String, Object> organisation = yaml(city.resolve("organisation.yaml"));
    return units(organisation).stream()
        .filter(unit -> offering.contains(String.valueOf(unit.get("id"))))
        .map(unit ->
            new Channel(
                String.valueOf(unit.get("id")),
                kind(String.valueOf(unit.getOrDefault("channel", "pull")))))
        .toList();
  }

  private static Kind kind(String channel) {
    return switch (channel) {
      case "push" -> Kind.PUSH;
      case "folder" -> Kind.FOLDER;
      default -> Kind.PULL;
    };
  }

  private static Set<String> unitsWithServices(Path services) throws IOException {
    var units = new TreeSet<String>();
    try (var files = Files.list(services)) {
      for (var file : files.toList()) {
        units.add(String.valueOf(yaml(file).get("unit")));
      }
    }
    return units;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> units(Map<String, Object> organisation) {
    return (List<Map<String, Object>>) organisation.getOrDefault("units", List.of());
  }

  private static Map<String, Object> yaml(Path file) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      return new Yaml().load(reader);
    }
  }
}
