package ch.meinkonto.bench;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.Yaml;

/**
 * Units' own systems, as the simulator plays them, and the connector that serves them: two
 * processes, with the real protocols between them.
 */
record ServedUnits(PortalInside portal, JarProcess simulator, JarProcess connector)
    implements AutoCloseable {

  private static final Path EXAMPLE = Path.of("city/zuerich");
  private static final Map<String, Map<String, String>> NOT_IN_THE_EXAMPLE =
      Map.of(
          "folder", Map.of("channel", "folder", "folder", "${DATA_DIR}/connector/stadtkanzlei"),
          "worklist", Map.of("channel", "worklist"));
  private static final List<String> PORTS =
      List.of(
          "SIMULATOR_PORT",
          "MAIL_PORT",
          "CONNECTOR_PORT",
          "UNITS_SMTP_PORT",
          "UNITS_IMAP_PORT",
          "SFTP_PORT",
          "AMQP_PORT",
          "WORKLIST_PORT");

  static ServedUnits start(Surroundings around, PortalInside portal, List<Served> served)
      throws IOException {
    var settings = new HashMap<String, String>();
    for (var port : PORTS) {
      settings.put(port, Integer.toString(Surroundings.freePort()));
    }
    settings.put("BASE_URL", portal.address().toString());
    settings.put("DATA_DIR", around.folder().toString());
    settings.put("UNIT_KEYS_DIR", around.unitKeys().toString());
    settings.put("CITY_DIR", city(around.folder().resolve("city"), served).toString());
    settings.put("SIMULATOR_PACE", "1000");
    var simulator = JarProcess.start("simulator", "SIMULATOR_PORT", "/", around, settings);
    var connector = JarProcess.start("connector", "CONNECTOR_PORT", "/health", around, settings);
    var units = new ServedUnits(portal, simulator, connector);
    served.forEach(units::awaitKeys);
    return units;
  }

  /** The example city with these units only, which take what comes and say nothing. */
  private static Path city(Path folder, List<Served> served) throws IOException {
    FileSystemUtils.copyRecursively(EXAMPLE, folder);
    Files.writeString(
        folder.resolve("simulation.yaml"),
        "usual: [ { reject: { percent: 0, code: never, text: never } } ]\n");
    change(
        folder.resolve("organisation.yaml"),
        city ->
            ((List<?>) city.getOrDefault("units", List.of()))
                .forEach(unit -> connect(unit, served)));
    change(
        folder.resolve("connector.yaml"),
        city ->
            city.put(
                "units", connections((Map<?, ?>) city.getOrDefault("units", Map.of()), served)));
    return folder;
  }

  @SuppressWarnings("unchecked")
  private static void connect(Object unit, List<Served> served) {
    var known = (Map<String, Object>) unit;
    var isServed = served.stream().anyMatch(one -> one.unit().equals(known.get("id")));
    known.put("channel", isServed ? "connector" : "none");
  }

  private static Map<String, Object> connections(Map<?, ?> known, List<Served> served) {
    var units = new LinkedHashMap<String, Object>();
    for (var one : served) {
      var options = NOT_IN_THE_EXAMPLE.get(one.kind());
      units.put(one.unit(), options == null ? known.get(one.unit()) : options);
    }
    return units;
  }

  private static void change(Path file, Consumer<Map<String, Object>> change) throws IOException {
    Map<String, Object> content = new Yaml().load(Files.readString(file));
    change.accept(content);
    Files.writeString(file, new Yaml().dump(content));
  }

  /** The connector has made them; the portal watches their folder. */
  private void awaitKeys(Served one) {
    var keys = portal.bean(UnitKeys.class);
    while (keys.sealingKey(new UnitId(one.unit())).isEmpty()) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** As many requests as can be, until the portal has heard that the unit took the last. */
  Traffic.Flow flow(Traffic run, Served one, int seconds) throws Exception {
    return run.flow(one.unit(), one.content(), () -> taken(one.unit()), seconds);
  }

  private int taken(String unit) {
    return portal
        .bean(JdbcClient.class)
        .sql("SELECT count(*) FROM delivery_item WHERE unit = ? AND state = 'accepted'")
        .param(unit)
        .query(Integer.class)
        .single();
  }

  @Override
  public void close() throws IOException {
    connector.close();
    simulator.close();
  }
}
