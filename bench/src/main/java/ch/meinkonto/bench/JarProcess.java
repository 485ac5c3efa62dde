package ch.meinkonto.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** One of the programs that stand around a portal, as {@code bin/run} starts it. */
record JarProcess(Process process, URI address) implements ServerProcess {

  /**
   * Starts it and waits until it answers.
   *
   * @param name of the program
   * @param port under which name its settings say where it answers
   */
  static JarProcess start(
      String name, String port, String path, Surroundings around, Map<String, String> settings)
      throws IOException {
    var log = around.folder().resolve(name + ".log");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            "%s/target/%<s-exec.jar".formatted(name));
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var program =
        new JarProcess(builder.start(), URI.create("http://localhost:" + settings.get(port)));
    program.awaitAnswer(path, log);
    return program;
  }
}
