package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import ch.meinkonto.simulator.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A unit whose system reads CSV files from its server, says by a file what it took, and puts its
 * answers beside them.
 */
final class SftpOffice implements Office {

  private static final String WITHDRAWAL = "rueckzug";

  private final Room room;
  private final Path incoming;
  private final Path acknowledged;
  private final CaseFolder cases;
  private final CaseWork work;

  SftpOffice(Path folder, Room room) {
    this.room = room;
    this.incoming = folder.resolve("eingang");
    this.acknowledged = folder.resolve("quittung");
    this.cases = room.cases();
    this.work = room.work(new FolderCorrespondence(folder.resolve("ausgang")));
  }

  @Override
  public Room room() {
    return room;
  }

  @Override
  public synchronized void work() {
    folders(incoming).forEach(this::look);
    work.doWhatIsDue();
  }

  private void look(Path folder) {
    var request = Submission.read(folder, "antrag");
    var fresh = Case.of(room.unit(), request, files(folder), room.next());
    var refusal = room.take(fresh);
    if (refusal.isPresent()) {
      acknowledge(
          name(folder),
          Map.of("state", "rejected", "code", refusal.get().code(), "text", refusal.get().text()));
      return;
    }
    var one = cases.find(fresh.requestId()).orElseThrow();
    acknowledge(name(folder), Map.of("state", "taken"));
    if (Files.exists(folder.resolve(WITHDRAWAL).resolve("manifest.json"))) {
      if (!one.submissions().contains(WITHDRAWAL)) {
        cases.store(one.withdrawn(WITHDRAWAL, text(folder.resolve(WITHDRAWAL), WITHDRAWAL)));
      }
      acknowledge(name(folder) + "." + WITHDRAWAL, Map.of("state", "taken"));
      return;
    }
    for (var answer : folders(folder).filter(path -> name(path).startsWith("antwort-")).toList()) {
      if (!one.submissions().contains(name(answer))) {
        one = one.answered(name(answer), text(answer, "antwort"), files(answer), room.next());
        cases.store(one);
      }
      acknowledge(name(folder) + "." + name(answer), Map.of("state", "taken"));
    }
  }

  private static String text(Path folder, String name) {
    JsonNode read = Submission.read(folder, name);
    return read.path("answers").path("text").asString("");
  }

  /** Once: what the connector has read, it has moved to {@code erledigt}. */
  private void acknowledge(String submission, Map<String, String> content) {
    var file = acknowledged.resolve(submission + ".json");
    if (Files.exists(file)
        || Files.exists(acknowledged.resolve("erledigt").resolve(submission + ".json"))) {
      return;
    }
    Disk.write(file, Json.bytes(content));
  }

  private static List<String> files(Path folder) {
    return list(folder.resolve("anhang")).map(SftpOffice::name).sorted().toList();
  }

  /** Folders that are complete; what begins with a dot is still being written. */
  private static Stream<Path> folders(Path parent) {
    return list(parent)
        .filter(Files::isDirectory)
        .filter(path -> !name(path).startsWith("."))
        .filter(path -> Files.exists(path.resolve("manifest.json")));
  }

  private static Stream<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (var files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(@Nullable Path path) {
    return path == null ? "" : String.valueOf(path.getFileName());
  }
}
