package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit that knows nothing of the contract: it looks into a folder that the connector fills, and
 * puts its answers into another.
 */
final class FolderOffice implements Office {

  private final Room room;
  private final Path incoming;
  private final CaseFolder cases;
  private final CaseWork work;

  FolderOffice(Path folder, Room room) {
    this.room = room;
    this.incoming = folder.resolve("eingang");
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
    var request = Json.mapper().readTree(folder.resolve("antrag.json").toFile());
    var envelope = request.path("envelope");
    var known = cases.find(envelope.path("requestId").asString());
    if (known.isEmpty()) {
      cases.store(Case.of(room.unit(), request, files(folder), room.next()));
      return;
    }
    var one = known.get();
    var withdrawal = folder.resolve("rueckzug");
    if (Files.exists(withdrawal.resolve("manifest.json"))
        && !one.submissions().contains("rueckzug")) {
      cases.store(one.withdrawn("rueckzug", text(withdrawal, "rueckzug.json")));
      return;
    }
    for (var answer : folders(folder).filter(path -> name(path).startsWith("antwort-")).toList()) {
      if (!one.submissions().contains(name(answer))) {
        one = one.answered(name(answer), text(answer, "antwort.json"), files(answer), room.next());
        cases.store(one);
      }
    }
  }

  private static String text(Path folder, String file) {
    return Json.mapper()
        .readTree(folder.resolve(file).toFile())
        .path("answers")
        .path("text")
        .asString();
  }

  private static List<String> files(Path folder) {
    return list(folder.resolve("anhang")).map(FolderOffice::name).sorted().toList();
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
