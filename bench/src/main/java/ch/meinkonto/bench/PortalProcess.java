package ch.meinkonto.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The portal as it runs in production, as a process of its own. */
record PortalProcess(Process process, URI address) implements ServerProcess {

  /** The plain jar. */
  static final List<String> COMMAND = command();

  /** The plain jar, with the options of {@code bin/bundle} and others. */
  static List<String> command(String... options) {
    return Stream.of(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djdk.pollerMode=1",
                "--enable-native-access=ALL-UNNAMED"),
            Stream.of(options),
            Stream.of("-jar", "portal/target/portal-exec.jar"))
        .flatMap(part -> part)
        .toList();
  }

  static PortalProcess start(Surroundings around) throws IOException {
    return start(around, COMMAND);
  }

  /** Runs the portal by a command of one's own, and waits for its first page. */
  static PortalProcess start(Surroundings around, List<String> command) throws IOException {
    return start(around, command, Map.of());
  }

  /** Runs the portal with settings of its own, such as another {@code DATABASE_URL}. */
  static PortalProcess start(Surroundings around, Map<String, String> settings) throws IOException {
    return start(around, COMMAND, settings);
  }

  private static PortalProcess start(
      Surroundings around, List<String> command, Map<String, String> settings) throws IOException {
    var port = Surroundings.freePort();
    var address = URI.create("http://localhost:" + port);
    var log = around.folder().resolve("portal-" + port + ".log");
    var builder = new ProcessBuilder(command);
    var database = around.database();
    var environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.putIfAbsent("MALLOC_ARENA_MAX", "2"); // as bin/bundle starts it
    environment.put("PORT", Integer.toString(port));
    environment.put("BASE_URL", address.toString());
    environment.put("DATABASE_URL", database.jdbcUrl());
    environment.put("DATABASE_USER", database.login().user());
    environment.put("DATABASE_PASSWORD", database.login().password());
    environment.put("DATABASE_OWNER", around.owner().user());
    environment.put("DATABASE_OWNER_PASSWORD", around.owner().password());
    environment.put("DATA_DIR", around.folder().toString());
    environment.put("CITY_DIR", "city/zuerich");
    environment.put("SMTP_URL", around.mailUrl());
    environment.putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var portal = new PortalProcess(builder.start(), address);
    portal.awaitAnswer("/", log);
    return portal;
  }
}
