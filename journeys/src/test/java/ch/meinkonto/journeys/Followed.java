package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Guide;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A document that is followed to the letter: all its blocks {@code sh}, in order, in one shell. It
 * stops before the blocks of some headings and at its end until it is told to go on.
 */
final class Followed implements AutoCloseable {

  private static final Duration AT_MOST = Duration.ofMinutes(6);
  private static final String SHELL = "sh";

  /** Run by tests of its own. */
  private static final String JAVA = "java";

  private static final String STOP = "@@ ";
  private static final String END = "the end";

  private final Process shell;
  private final Path log;
  private final Writer hand;

  private Followed(Process shell, Path log) {
    this.shell = shell;
    this.log = log;
    this.hand = shell.outputWriter(UTF_8);
  }

  static Followed begin(
      Path document, Path folder, Map<String, String> environment, List<String> stops)
      throws IOException {
    var script = Files.writeString(folder.resolve("followed.sh"), script(document, stops));
    var log = folder.resolve("followed.log");
    var builder = new ProcessBuilder("bash", script.toString());
    builder.directory(RunningCity.REPOSITORY.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new Followed(builder.start(), log);
  }

  /** The document's commands, with nothing between them but the stops. */
  static String script(Path document, List<String> stops) throws IOException {
    var lines = new ArrayList<>(List.of("set -euo pipefail", "trap 'kill $(jobs -p)' EXIT"));
    var text = Files.readAllLines(document);
    var read = 0;
    for (var example : Guide.examples(document, SHELL, JAVA)) {
      text.subList(read, example.line()).stream()
          .filter(line -> line.startsWith("## "))
          .flatMap(heading -> stops.stream().filter(heading::contains))
          .forEach(stop -> stop(stop, lines));
      read = example.line() + (int) example.text().lines().count();
      if (example.language().equals(SHELL)) {
        lines.add(example.text());
      }
    }
    stop(END, lines);
    return String.join("\n", lines) + "\n";
  }

  private static void stop(String name, List<String> lines) {
    lines.add("echo '" + STOP + name + "'");
    lines.add("read -r _");
  }

  /** Waits until it stops before this heading. */
  void await(String stop) throws IOException {
    var end = Instant.now().plus(AT_MOST);
    while (!said().contains(STOP + stop + "\n")) {
      if (!shell.isAlive() || Instant.now().isAfter(end)) {
        throw new AssertionError("The document leads nowhere before “" + stop + "”:\n" + said());
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  void awaitEnd() throws IOException {
    await(END);
  }

  void goOn() throws IOException {
    hand.write("\n");
    hand.flush();
  }

  /** All that was said so far. */
  String said() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws IOException {
    shell.descendants().forEach(ProcessHandle::destroy);
    shell.destroy();
    try {
      shell.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
