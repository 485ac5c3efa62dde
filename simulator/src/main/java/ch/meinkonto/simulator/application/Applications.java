package ch.meinkonto.simulator.application;

import ch.meinkonto.simulator.SimulatorSettings;
import ch.meinkonto.unit.UnitKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** All applications of the city's units; each signs with its unit's keys. */
@Component
class Applications {

  private final SimulatorSettings settings;
  private final List<Application> all;

  Applications(SimulatorSettings settings) throws IOException {
    this.settings = settings;
    this.all = read();
  }

  List<Application> all() {
    return all;
  }

  Optional<Application> find(String id) {
    return all.stream().filter(application -> application.id().equals(id)).findFirst();
  }

  /** The unit's keys, made and handed in if it has none yet. */
  UnitKeys keys(Application application) throws IOException {
    var unit = application.unit();
    var file = settings.offices().resolve(unit).resolve("keys").resolve("private.jwks.json");
    var published = settings.publicKeys().resolve(unit + ".jwks.json");
    if (!Files.exists(file)) {
      UnitKeys.generate(unit).writePrivate(file);
    }
    var keys = UnitKeys.read(unit, file);
    if (!Files.exists(published)) {
      keys.writePublic(published);
    }
    return keys;
  }

  private List<Application> read() throws IOException {
    var file = settings.city().resolve("sso.yaml");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var reader = Files.newBufferedReader(file)) {
      return new Yaml().load(reader) instanceof Map<?, ?> root
              && root.get("applications") instanceof List<?> list
          ? list.stream().map(Map.class::cast).map(Applications::application).toList()
          : List.of();
    }
  }

  private static Application application(Map<?, ?> node) {
    var name = node.get("name") instanceof Map<?, ?> names ? names.get("de") : node.get("name");
    var scopes = new StringBuilder("openid");
    if (node.get("scopes") instanceof List<?> asked) {
      asked.forEach(scope -> scopes.append(' ').append(scope));
    }
    return new Application(
        String.valueOf(node.get("id")),
        String.valueOf(node.get("unit")),
        String.valueOf(name),
        scopes.toString(),
        "required".equals(node.get("pushed-requests")));
  }
}
