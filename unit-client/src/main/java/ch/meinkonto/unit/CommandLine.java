package ch.meinkonto.unit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody typed: a command and {@code --name value}. */
record CommandLine(String command, Map<String, String> options) {

  private static final Set<String> NAMES =
      Set.of("portal", "unit", "keys", "contact", "push", "service", "wait", "json");

  /** What was typed cannot be understood. */
  static final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misused(String message) {
      super(message);
    }
  }

  static CommandLine read(List<String> arguments) {
    if (arguments.isEmpty() || arguments.size() % 2 == 0) {
      throw new Misused("a command, then --name value");
    }
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < arguments.size(); i += 2) {
      String name = arguments.get(i).replaceFirst("^--", "");
      if (!NAMES.contains(name) || options.put(name, arguments.get(i + 1)) != null) {
        throw new Misused(arguments.get(i) + " is no option here");
      }
    }
    return new CommandLine(arguments.getFirst(), options);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  String required(String name) {
    return option(name).orElseThrow(() -> new Misused("--" + name + " is missing"));
  }

  int number(String name, int otherwise) {
    try {
      return option(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new Misused("--" + name + " is no number");
    }
  }

  String unit() {
    String unit = required("unit");
    if (!unit.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new Misused("a unit's id has small letters, digits and hyphens");
    }
    return unit;
  }

  Optional<URI> address(String name) {
    try {
      return option(name).map(URI::create);
    } catch (IllegalArgumentException e) {
      throw new Misused("--" + name + " is no address");
    }
  }

  URI portal() {
    required("portal");
    return address("portal").orElseThrow();
  }

  /** The file with the private keys: itself, or as the connector calls it in its folder. */
  Path keyFile() {
    Path given = Path.of(required("keys"));
    return Files.isRegularFile(given) ? given : given.resolve("private.jwks.json");
  }
}
