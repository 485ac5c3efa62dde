package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** Which cases were erased, so that none comes back. Ids only. */
final class Erasures {

  private record Line(RequestId request, Instant at) {}

  private final Path file;
  private final Disk disk;
  private final Map<RequestId, Instant> erased = new HashMap<>();

  private Erasures(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  static Erasures open(Path file, Disk disk) throws IOException {
    Erasures erasures = new Erasures(file, disk);
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    lines.forEach(erasures::read);
    return erasures;
  }

  private void read(String line) {
    try {
      Line read = Json.read(line, Line.class);
      erased.put(read.request, read.at);
    } catch (JacksonException tornByACrash) {
      return; // as if it had not been written: the case is still whole
    }
  }

  void add(RequestId request, Instant at) throws IOException {
    if (!erased.containsKey(request)) {
      disk.append(file, Json.write(new Line(request, at)));
      erased.put(request, at);
    }
  }

  boolean contains(RequestId request) {
    return erased.containsKey(request);
  }

  Set<RequestId> all() {
    return Set.copyOf(erased.keySet());
  }
}
