package ch.meinkonto.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The portal as it runs in production, as a process of its own. */
record PortalProcess(Process process, URI address) implements AutoCloseable {

  private static final Path JAR = Path.of("portal/target/portal-exec.jar");

  static PortalProcess start(Surroundings around) throws IOException {
    var port = Surroundings.freePort();
    var address = URI.create("http://localhost:" + port);
    var log = around.folder().resolve("portal.log");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            JAR.toString());
    var database = around.database();
    var environment = builder.environment();
    environment.put("PORT", Integer.toString(port));
    environment.put("BASE_URL", address.toString());
    environment.put("DATABASE_URL", database.jdbcUrl());
    environment.put("DATABASE_USER", database.user());
    environment.put("DATABASE_PASSWORD", database.password());
    environment.put("DATA_DIR", around.folder().toString());
    environment.put("CITY_DIR", "city/zuerich");
    environment.put("SMTP_URL", around.mailUrl());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var portal = new PortalProcess(builder.start(), address);
    portal.awaitReady(log);
    return portal;
  }

  private void awaitReady(Path log) throws IOException {
    while (!answers()) {
      if (!process.isAlive()) {
        throw new IOException("The portal ended: " + Files.readString(log));
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private boolean answers() {
    try {
      var health = address.resolve("/actuator/health").toURL().openConnection();
      return ((HttpURLConnection) health).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
