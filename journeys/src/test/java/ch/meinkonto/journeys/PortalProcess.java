package ch.meinkonto.journeys;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The portal alone, as a process that can be killed. */
final class PortalProcess implements AutoCloseable {

  private static final Path JAR = Path.of("../portal/target/portal-exec.jar").toAbsolutePath();

  private final Path data;
  private final int port;
  private volatile Process process;

  private PortalProcess(Path data, int port) throws IOException {
    this.data = data;
    this.port = port;
    this.process = launch();
  }

  static PortalProcess start(Path data, int port) throws IOException {
    Files.createDirectories(data);
    var portal = new PortalProcess(data, port);
    portal.awaitReady();
    return portal;
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  private Process launch() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            JAR.toString());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("DATA_DIR", data.toString());
    builder.environment().put("CITY_DIR", Path.of("../city/zuerich").toAbsolutePath().toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("portal.log").toFile()));
    return builder.start();
  }

  /** SIGKILL: no farewell, no flush. */
  void kill() throws IOException {
    process.destroyForcibly();
    end();
  }

  /** Kills the portal's database server as well. */
  void killWithDatabase() throws IOException {
    var pidFile = data.resolve("postgres/data/postmaster.pid");
    var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
    kill();
    server.ifPresent(ProcessHandle::destroyForcibly);
  }

  void startAgain() throws IOException {
    process = launch();
    awaitReady();
  }

  private void awaitReady() throws IOException {
    Waiting.untilTrue("the portal to start, or to end", () -> answers() || !process.isAlive());
    if (!process.isAlive()) {
      throw new IOException("The portal ended: " + Files.readString(data.resolve("portal.log")));
    }
  }

  private boolean answers() {
    try {
      var health = address().resolve("/actuator/health").toURL().openConnection();
      health.setReadTimeout(5_000);
      return ((HttpURLConnection) health).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private void end() throws IOException {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IOException("The portal does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A portal that hangs says what all its threads are at, the virtual ones too. */
  private void tellWhenItHangs() throws IOException {
    if (!process.isAlive() || answers()) {
      return;
    }
    var dump = data.resolve("threads.txt");
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      new ProcessBuilder(jcmd, Long.toString(process.pid()), "Thread.dump_to_file", dump.toString())
          .inheritIO()
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.err.println("The portal does not answer.\n" + Files.readString(dump));
  }

  @Override
  public void close() throws IOException {
    tellWhenItHangs();
    process.destroy();
    end();
  }
}
