package ch.meinkonto.simulator.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** How the units that offer a service get their requests: from the city's folder. */
final class Channels {

  /** {@code pull}, {@code push}, or what the connector has there: {@code folder} … */
  record Channel(String unit, String kind) {

    /** Whether the unit's system speaks the contract itself. */
    boolean isContract() {
      return kind.equals("pull") || kind.equals("push");
    }
  }

  private static final String EVERY = "*";

  private Channels() {}

  static List<Channel> read(Path city) throws IOException {
    var offering = unitsWithServices(city.resolve("services"));
    if (!(yaml(city.resolve("organisation.yaml")).get("units") instanceof List<?> units)) {
      return List.of();
    }
    var served =
        yaml(city.resolve("connector.yaml")).get("units") instanceof Map<?, ?> map ? map : Map.of();
    return units.stream()
        .map(unit -> (Map<?, ?>) unit)
        .map(unit -> new Channel(String.valueOf(unit.get("id")), kind(unit, served)))
        .filter(channel -> offering.contains(EVERY) || offering.contains(channel.unit()))
        .toList();
  }

  /** When the files were written that say so: while they are the same, so is what they say. */
  static Map<Path, FileTime> written(Path city) throws IOException {
    var written = new HashMap<Path, FileTime>();
    try (var services = Files.list(city.resolve("services"))) {
      var files =
          Stream.concat(
              Stream.of(city.resolve("organisation.yaml"), city.resolve("connector.yaml")),
              services);
      for (var file : files.toList()) {
        written.put(file, Files.getLastModifiedTime(file));
      }
    }
    return written;
  }

  private static String kind(Map<?, ?> unit, Map<?, ?> served) {
    var channel = unit.get("channel");
    if (!"connector".equals(channel)) {
      return channel == null ? "pull" : channel.toString();
    }
    return served.get(unit.get("id")) instanceof Map<?, ?> options
        ? String.valueOf(options.get("channel"))
        : "none";
  }

  /** A service that becomes a request for each of several units may reach all of them. */
  private static Set<String> unitsWithServices(Path services) throws IOException {
    var units = new TreeSet<String>();
    try (var files = Files.list(services)) {
      for (var file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        var service = yaml(file);
        units.add(service.containsKey("per-unit") ? EVERY : String.valueOf(service.get("unit")));
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
