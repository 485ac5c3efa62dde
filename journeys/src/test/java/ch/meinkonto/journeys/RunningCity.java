package ch.meinkonto.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The whole example city, started as a user starts it: with {@code bin/run}. */
final class RunningCity implements AutoCloseable {

  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private static @Nullable RunningCity shared;

  private final Process process;
  private final URI portal;
  private final URI surroundings;
  private final URI worklist;
  private final int imapPort;
  private final Path data;
  private final Path files;

  private RunningCity(Process process, int port, Path data, Path files) {
    this.process = process;
    this.portal = URI.create("http://localhost:" + port);
    this.surroundings = URI.create("http://localhost:" + (port + 1));
    this.worklist = URI.create("http://localhost:" + (port + 9));
    this.imapPort = port + 5;
    this.data = data;
    this.files = files;
  }

  /** Starts a city on free ports with its data in a new folder below {@code target}. */
  static RunningCity start(Path files, Map<String, String> environment) throws IOException {
    var port = tenFreePorts();
    Files.createDirectories(Path.of("target"));
    var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "city-");
    var builder = new ProcessBuilder("bin/run").directory(REPOSITORY.toFile());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("DATA_DIR", data.toString());
    builder.environment().put("CITY_DIR", files.toString());
    builder.environment().put("SIMULATOR_PACE", "300");
    builder.environment().putAll(environment);
    builder.redirectError(data.resolve("run.err").toFile());
    var process = builder.start();
    var city = new RunningCity(process, port, data, files);
    city.awaitReady();
    return city;
  }

  /** The city that journeys share; it ends with them. To start one costs a minute of processor. */
  static synchronized RunningCity shared() throws IOException {
    var city = shared;
    if (city == null) {
      city = start(CityCopy.ofJourneys(), Map.of());
      shared = city;
      Runtime.getRuntime().addShutdownHook(new Thread(city.process::destroy));
    }
    return city;
  }

  URI portal() {
    return portal;
  }

  /** The mailbox and the offices. */
  URI surroundings() {
    return surroundings;
  }

  /** Where the clerks of units without a system work. */
  URI worklist() {
    return worklist;
  }

  /** Where the units' own mail server shows mailboxes. */
  int imapPort() {
    return imapPort;
  }

  Path data() {
    return data;
  }

  /** The city's files; who changes them changes the running city. */
  Path files() {
    return files;
  }

  /** What an operator types at the server's terminal. */
  void operate(String... arguments) throws IOException, InterruptedException {
    var portal = new ProcessBuilder("bin/portal").directory(REPOSITORY.toFile()).inheritIO();
    portal.command().addAll(List.of(arguments));
    portal.environment().put("DATA_DIR", data.toString());
    if (portal.start().waitFor() != 0) {
      throw new IOException("bin/portal failed: " + List.of(arguments));
    }
  }

  private void awaitReady() throws IOException {
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("Mein Konto ready: " + portal)) {
        return;
      }
    }
    throw new IOException("bin/run did not start: " + Files.readString(data.resolve("run.err")));
  }

  /** Below those that systems give out by themselves: another program could get one meanwhile. */
  static int tenFreePorts() throws IOException {
    for (var tries = 0; tries < 100; tries++) {
      var port = ThreadLocalRandom.current().nextInt(11_000, 30_000);
      if (IntStream.range(port, port + 10).allMatch(RunningCity::isFree)) {
        return port;
      }
    }
    throw new IOException("No ten free ports");
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IOException("bin/run did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
