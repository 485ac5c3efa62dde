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
    if (!(yaml(city.resolve("organisation.yaml")).get("units") instanceof List<?> units)) {
      return List.of();
    }
    return units.stream()
        .map(Map.class::cast)
        .map(unit ->
            new Channel(String.valueOf(unit.get("id")), kind(String.valueOf(unit.get("channel")))))
        .filter(channel -> offering.contains(channel.unit()))
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
      for (var file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        units.add(String.valueOf(yaml(file).get("unit")));
      }
    }
    return units;
  }

  /** What a file holds; nothing while somebody is still writing it. */
  private static Map<?, ?> yaml(Path file) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      return new Yaml().load(reader) instanceof Map<?, ?> map ? map : Map.of();
    }
  }
}
