package ch.meinkonto.journeys;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One of the city's programs, as a process that can be killed, frozen, and started again. */
final class Program implements AutoCloseable {

  private static final Duration TO_START = Duration.ofMinutes(10); // on a machine that is busy

  /** As bin/run: what is started often is best compiled fast. */
  static final String STARTS_FAST = "-XX:TieredStopAtLevel=1";

  private final String module;
  private final URI ready;
  private final Path log;
  private final ProcessBuilder builder;
  private volatile Process process;

  /**
   * Starts it.
   *
   * @param module whose jar it is
   * @param options for its Java, such as {@code -Xmx512m}
   * @param ready what it answers with 200 when it serves
   * @param logs the folder for its log; what is temporary is beside it, in {@code tmp}
   */
  Program(
      String module, List<String> options, URI ready, Path logs, Map<String, String> environment)
      throws IOException {
    this.module = module;
    this.ready = ready;
    this.log = logs.resolve(module + "-" + ready.getPort() + ".log");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + Files.createDirectories(logs.resolveSibling("tmp")),
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            Path.of("../" + module + "/target/" + module + "-exec.jar")
                .toAbsolutePath()
                .toString()));
    this.builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy()));
    await(this::serves);
  }

  /** Until it answers: whether all around it is well is another matter then. */
  void startAgain() throws IOException {
    process = builder.start();
    await(this::answers);
  }

  private void await(BooleanSupplier ready) throws IOException {
    Waiting.until(
        module + " to start, or to end",
        TO_START,
        () -> ready.getAsBoolean() || !process.isAlive() ? Optional.of(true) : Optional.empty());
    if (!process.isAlive()) {
      throw new IOException(module + " ended: " + Files.readString(log));
    }
  }

  private boolean serves() {
    return status() == 200;
  }

  private boolean answers() {
    return status() > 0;
  }

  /** What it says of its health; 0 if it says nothing. */
  private int status() {
    try {
      var health = ready.toURL().openConnection();
      health.setReadTimeout(5_000);
      return Math.max(0, ((HttpURLConnection) health).getResponseCode());
    } catch (IOException notYet) {
      return 0;
    }
  }

  /** SIGKILL: no farewell, no flush. */
  void kill() throws IOException {
    process.destroyForcibly();
    end();
  }

  /** It stands still for a while: its connections stay open, and nobody answers. */
  void freeze() throws IOException {
    signal("STOP");
  }

  void thaw() throws IOException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException {
    run(List.of("sh", "-c", "kill -" + signal + " " + process.pid()));
  }

  private void end() throws IOException {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IOException(module + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that hangs says what all its threads are at, the virtual ones too. */
  private void tellWhenItHangs() throws IOException {
    if (!process.isAlive() || answers()) {
      return;
    }
    var dump = log.resolveSibling("threads.txt");
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    run(List.of(jcmd, Long.toString(process.pid()), "Thread.dump_to_file", dump.toString()));
    System.err.println(module + " does not answer.\n" + Files.readString(dump));
  }

  private static void run(List<String> command) throws IOException {
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    tellWhenItHangs();
    process.destroy();
    end();
  }
}
