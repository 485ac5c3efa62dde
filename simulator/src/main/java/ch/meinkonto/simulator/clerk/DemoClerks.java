package ch.meinkonto.simulator.clerk;

import ch.meinkonto.contract.Json;
import ch.meinkonto.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/**
 * One clerk for each unit with a worklist, in a file of the demo's data. The command that starts
 * the demo hands it to the connector; nothing of it exists in production.
 */
@Component
public class DemoClerks {

  private static final String PASSWORD = "nur fuer die Demo";
  private static final int SECRET_BYTES = 20;

  private final List<DemoClerk> clerks;

  DemoClerks(SimulatorSettings settings) throws IOException {
    Path file = settings.demoClerks();
    Map<String, DemoClerk> known = new HashMap<>();
    if (Files.exists(file)) {
      for (DemoClerk one : Json.read(Files.readAllBytes(file), DemoClerk[].class)) {
        known.put(one.unit(), one);
      }
    }
    List<DemoClerk> all = new ArrayList<>();
    worklists(settings.city())
        .forEach((unit, name) -> all.add(known.getOrDefault(unit, fresh(unit, name))));
    clerks = List.copyOf(all);
    store(file);
  }

  private static DemoClerk fresh(String unit, String name) {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    String login = unit.length() > 35 ? unit.substring(0, 35).replaceAll("-+$", "") : unit;
    return new DemoClerk(
        login, "Demo " + name, unit, PASSWORD, Base64.getEncoder().encodeToString(secret));
  }

  private static Map<String, String> worklists(Path city) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    Path file = city.resolve("connector.yaml");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        if (new Yaml().load(reader) instanceof Map<?, ?> map
            && map.get("units") instanceof Map<?, ?> units) {
          units.forEach((unit, options) -> {
            if (options instanceof Map<?, ?> known && "worklist".equals(known.get("channel"))) {
              Object name = known.get("name");
              names.put(String.valueOf(unit), String.valueOf(name == null ? unit : name));
            }
          });
        }
      }
    }
    return names;
  }

  private void store(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.createDirectories(part.toAbsolutePath().getParent());
    Files.write(part, Json.bytes(clerks));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** All of them, in the file's order. */
  public List<DemoClerk> all() {
    return clerks;
  }
}
