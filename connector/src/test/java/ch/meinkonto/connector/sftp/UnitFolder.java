package ch.meinkonto.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.connector.handover.Manifest;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The unit's folder on its server, as the unit's own system looks at it. */
record UnitFolder(Path root) {

  Path incoming() {
    return root.resolve("eingang");
  }

  Path outgoing() {
    return root.resolve("ausgang");
  }

  /** The complete submissions, answers after what they answer; by their names. */
  List<String> submissions() throws IOException {
    List<String> names = new ArrayList<>();
    for (String request : visible(incoming())) {
      names.add(request);
      visible(incoming().resolve(request)).stream()
          .filter(name -> name.matches("antwort-.*|rueckzug|zustellung-.*"))
          .map(name -> request + "/" + name)
          .forEach(names::add);
    }
    return names;
  }

  private static List<String> visible(Path folder) throws IOException {
    return names(folder).stream()
        .filter(name -> !name.startsWith("."))
        .filter(name -> Files.isDirectory(folder.resolve(name)))
        .toList();
  }

  static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /** The manifest of a submission; everything that it names has to be there as it says. */
  Manifest complete(String submission) throws IOException {
    Path folder = incoming().resolve(submission);
    Manifest manifest =
        Manifest.read(Files.readAllBytes(folder.resolve(Manifest.NAME))).orElseThrow();
    for (Manifest.Entry file : manifest.files()) {
      byte[] content = Files.readAllBytes(folder.resolve(file.name()));
      assertThat(Hash.of(content)).isEqualTo(file.sha256());
    }
    return manifest;
  }

  Path acknowledgement(String submission) {
    return root.resolve("quittung").resolve(submission.replace('/', '.') + ".json");
  }

  void acknowledge(String submission, String content) throws IOException {
    drop(acknowledgement(submission), content);
  }

  void take(String submission) throws IOException {
    acknowledge(submission, "{\"state\":\"taken\"}");
  }

  void say(String name, Map<String, Object> word, Map<String, byte[]> documents)
      throws IOException {
    for (Map.Entry<String, byte[]> document : documents.entrySet()) {
      Files.write(outgoing().resolve(document.getKey()), document.getValue());
    }
    drop(outgoing().resolve(name + ".json"), Json.write(word));
  }

  private static void drop(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), content);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
