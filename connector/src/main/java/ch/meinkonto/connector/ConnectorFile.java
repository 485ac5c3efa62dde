package ch.meinkonto.connector;

import ch.meinkonto.connector.yaml.Finding;
import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import ch.meinkonto.connector.yaml.YamlMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The file that says which units this connector serves, and how. */
@Component
class ConnectorFile {

  private static final Pattern UNIT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** What came of reading the file. */
  sealed interface Reading {
    record Good(List<Connection> connections) implements Reading {}

    record Faulty(List<Finding> findings) implements Reading {}
  }

  private final ConnectorSettings settings;
  private final Map<String, ChannelKind> kinds = new TreeMap<>();

  ConnectorFile(ConnectorSettings settings, List<ChannelKind> kinds) {
    this.settings = settings;
    kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
  }

  Path path() {
    return settings.config();
  }

  Reading read() {
    Findings findings = new Findings(path());
    List<Connection> connections = new ArrayList<>();
    YamlFile.read(path(), new Placeholders(settings::placeholder), findings)
        .ifPresent(file -> {
          file.allow("units");
          file.map("units").ifPresent(units -> connections(units, connections));
        });
    return findings.isEmpty() ? new Reading.Good(connections) : new Reading.Faulty(findings.all());
  }

  private void connections(YamlMap units, List<Connection> connections) {
    if (units.keys().isEmpty()) {
      units.finding("there is no unit");
    }
    for (String unit : units.keys()) {
      if (!UNIT.matcher(unit).matches()) {
        units.finding(unit, "is no unit's id: small letters, digits and hyphens");
      }
      units.map(unit).flatMap(options -> connection(unit, options)).ifPresent(connections::add);
    }
  }

  private Optional<Connection> connection(String unit, YamlMap options) {
    Optional<ChannelKind> kind = options.text("channel").flatMap(word -> kind(word, options));
    Path keys =
        options.keys().contains("keys")
            ? options.path("keys").orElseGet(() -> settings.privateKeys(unit))
            : settings.privateKeys(unit);
    Path offers =
        options.keys().contains(ChannelKind.OFFERS)
            ? options.path(ChannelKind.OFFERS).orElse(null)
            : null;
    return kind.flatMap(known -> known.read(unit, options))
        .map(plan -> new Connection(unit, keys, offers, plan));
  }

  private Optional<ChannelKind> kind(String word, YamlMap options) {
    ChannelKind kind = kinds.get(word);
    if (kind == null) {
      options.finding("channel", "must be one of: " + String.join(", ", kinds.keySet()));
    }
    return Optional.ofNullable(kind);
  }
}
