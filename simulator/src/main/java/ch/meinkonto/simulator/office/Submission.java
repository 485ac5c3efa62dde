package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What lies in a folder that the connector has filled. */
record Submission(Path folder) {

  /** Those that are complete; what begins with a dot is still being written. */
  static List<Submission> in(Path parent) {
    return list(parent).stream()
        .map(Submission::new)
        .filter(one -> !one.name().startsWith("."))
        .filter(one -> Files.exists(one.folder.resolve("manifest.json")))
        .toList();
  }

  String name() {
    return name(folder);
  }

  /** Answers to questions. */
  List<Submission> answers() {
    return in(folder).stream().filter(one -> one.name().startsWith("antwort-")).toList();
  }

  /** Whether the resident took it back: one, or none. */
  List<Submission> withdrawals() {
    return in(folder).stream().filter(one -> one.name().equals("rueckzug")).toList();
  }

  /** What is asked for, or the copy of it. */
  JsonNode request() {
    return read(Files.exists(folder.resolve("kopie.json")) ? "kopie" : "antrag");
  }

  /** Reads {@code antrag}, {@code antwort} or {@code rueckzug}, whichever format it has. */
  JsonNode read(String what) {
    try {
      var csv = folder.resolve(what + ".csv");
      return Files.exists(csv)
          ? Csv.read(Files.readString(csv))
          : Json.mapper().readTree(Files.readAllBytes(folder.resolve(what + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the resident wrote. */
  String text(String what) {
    return read(what).at("/answers/text").asString("");
  }

  /** The attachments' names. */
  List<String> files() {
    return list(folder.resolve("anhang")).stream().map(Submission::name).toList();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
