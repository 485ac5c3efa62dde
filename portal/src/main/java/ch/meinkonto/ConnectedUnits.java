package ch.meinkonto;

import ch.meinkonto.directory.Organisation;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Looks whether the units of a city's {@code connector.yaml} are units of the city, each once. How
 * they are reached is the connector's business: {@code --check} of the connector reads that.
 */
final class ConnectedUnits {

  private static final String FILE = "connector.yaml";

  private ConnectedUnits() {}

  static void check(Path folder, Organisation organisation, Findings findings) {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return;
    }
    var known =
        organisation.units().stream()
            .map(Unit::id)
            .map(Object::toString)
            .collect(Collectors.toSet());
    YamlFile.read(file, findings)
        .require("units")
        .entries()
        .forEach((unit, node) -> {
          if (!known.contains(unit)) {
            node.finding("there is no unit “" + unit + "” in organisation.yaml");
          }
        });
  }
}
