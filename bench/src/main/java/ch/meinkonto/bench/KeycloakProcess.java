package ch.meinkonto.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Keycloak as it runs in production, on the same database server as the portal. */
record KeycloakProcess(Process process, URI address) implements ServerProcess {

  static final String REALM = "stadt";

  /** Where {@code bin/bench keycloak} has laid it out. */
  private static final Path HOME = Path.of(".run/keycloak").toAbsolutePath();

  /** The portal's: 19 MiB, two passes, one lane; both make 32 bytes of Argon2id. */
  private static final List<String> HASH =
      List.of(
          "--spi-password-hashing--argon2--memory=19456",
          "--spi-password-hashing--argon2--iterations=2",
          "--spi-password-hashing--argon2--parallelism=1");

  /** How it says so where it keeps a hash. */
  private static final List<String> ALIKE =
      List.of(
          "\"algorithm\":\"argon2\"",
          "\"hashIterations\":2",
          "\"memory\":[\"19456\"]",
          "\"parallelism\":[\"1\"]",
          "\"hashLength\":[\"32\"]",
          "\"type\":[\"id\"]");

  private static final String DATABASE = "keycloak";

  /** Makes its database, and brings it into the shape in which it starts quickest. */
  static void prepare(Surroundings around, String realm) throws IOException, SQLException {
    try (var connection = around.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
    }
    var imported = HOME.resolve("data/import");
    Files.createDirectories(imported);
    Files.writeString(imported.resolve(REALM + "-realm.json"), realm);
    var log = around.folder().resolve("keycloak-build.log");
    var build = command(around, log, List.of("build", "--db=postgres", "--cache=local"));
    try {
      if (build.waitFor() != 0) {
        throw new IOException("Keycloak was not built: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Starts it and waits for its realm. */
  static KeycloakProcess start(Surroundings around) throws IOException {
    var port = Surroundings.freePort();
    var address = URI.create("http://localhost:" + port);
    var log = around.folder().resolve("keycloak-" + port + ".log");
    var arguments =
        new ArrayList<>(
            List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + port,
                "--hostname=" + address,
                "--proxy-headers=xforwarded"));
    arguments.addAll(HASH);
    var keycloak = new KeycloakProcess(command(around, log, arguments), address);
    keycloak.awaitAnswer("/realms/" + REALM, log);
    return keycloak;
  }

  /** Compares only what makes the same hash. */
  static void mustHashAlike(Surroundings around) throws SQLException {
    try (var connection = around.connect(DATABASE);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT DISTINCT credential_data FROM credential")) {
      row.next();
      var kept = row.getString(1);
      if (!ALIKE.stream().allMatch(kept::contains)) {
        throw new IllegalStateException("Keycloak hashes otherwise: " + kept);
      }
    }
  }

  /** Its script starts the server and waits for it. */
  ProcessHandle server() {
    return process.children().findFirst().orElseThrow();
  }

  private static Process command(Surroundings around, Path log, List<String> arguments)
      throws IOException {
    var command = new ArrayList<>(List.of(HOME.resolve("bin/kc.sh").toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    if (!arguments.getFirst().equals("build")) {
      environment.put("KC_DB_URL", around.jdbcUrl(DATABASE));
      environment.put("KC_DB_USERNAME", around.owner().user());
      environment.put("KC_DB_PASSWORD", around.owner().password());
    }
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }
}
