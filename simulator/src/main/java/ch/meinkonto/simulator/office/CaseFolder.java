package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An office's cases, a file each, written whole or not at all: what the office says it took
 * survives a power cut.
 */
final class CaseFolder {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final Map<String, Case> open = new ConcurrentHashMap<>();

  CaseFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all().forEach(one -> open.put(one.requestId(), one));
  }

  Optional<Case> find(String requestId) {
    var file = file(requestId);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  List<Case> all() {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).map(CaseFolder::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those on which something may be due. */
  List<Case> open() {
    return List.copyOf(open.values());
  }

  /** Nothing is due on it, until something new comes for it. */
  void putAway(Case done) {
    open.remove(done.requestId(), done);
  }

  /** Takes a new case, unless it is known. */
  void add(Case fresh) {
    if (find(fresh.requestId()).isEmpty()) {
      store(fresh);
    }
  }

  /** The same, where nothing should come twice: what does is noted. */
  void addOnce(Case fresh) {
    find(fresh.requestId()).ifPresentOrElse(known -> store(known.twice()), () -> store(fresh));
  }

  /** Notes what a submission brings for a case, once; false if there is no such case. */
  boolean once(String requestId, String submission, UnaryOperator<Case> change) {
    var known = find(requestId);
    known
        .filter(one -> !one.submissions().contains(submission))
        .ifPresent(one -> store(change.apply(one).having(submission)));
    return known.isPresent();
  }

  void store(Case changed) {
    Disk.write(file(changed.requestId()), JSON.writeValueAsBytes(changed));
    open.put(changed.requestId(), changed);
  }

  private Path file(String requestId) {
    return folder.resolve(requestId + ".json");
  }

  private static Case read(Path file) {
    return JSON.readValue(file.toFile(), Case.class);
  }
}
