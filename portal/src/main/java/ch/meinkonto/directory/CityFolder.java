package ch.meinkonto.directory;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The city as it is served: one state, read from the city’s folder, replaced as a whole when the
 * folder changes and is in order. When it is not, the findings are logged and the last good state
 * goes on serving.
 */
public final class CityFolder {

  private static final Logger LOG = LoggerFactory.getLogger(CityFolder.class);

  private final Path folder;
  private final CityReader reader;
  private final List<CityGuard> guards;
  private final Clock clock;
  private final List<Consumer<CitySnapshot>> listeners = new CopyOnWriteArrayList<>();
  private volatile CitySnapshot snapshot;
  private volatile CityStatus status;

  CityFolder(Path folder, CityReader reader, List<CityGuard> guards, Clock clock) {
    this.folder = folder;
    this.reader = reader;
    this.guards = List.copyOf(guards);
    this.clock = clock;
    this.snapshot =
        switch (read()) {
          case CityReader.Result.Read(var read) -> read;
          case CityReader.Result.Refused(var findings) -> throw new InvalidCity(findings);
        };
    this.status = new CityStatus(clock.instant(), clock.instant(), List.of());
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** What one part read, in the state that is served now. */
  public <T> T get(Class<T> type) {
    return snapshot.get(type);
  }

  /** The state that is served now: for whoever needs several parts that belong together. */
  public CitySnapshot snapshot() {
    return snapshot;
  }

  /** How the folder stands. */
  public CityStatus status() {
    return status;
  }

  /** Tells each new state that is taken over from now on. */
  public void onChange(Consumer<CitySnapshot> listener) {
    listeners.add(listener);
  }

  /** Reads the folder again and takes it over when it is in order. */
  synchronized void reload() {
    var now = clock.instant();
    switch (read()) {
      case CityReader.Result.Read(var read) -> {
        snapshot = read;
        status = new CityStatus(now, now, List.of());
        LOG.info("The city’s folder changed and was taken over.");
        listeners.forEach(listener -> listener.accept(read));
      }
      case CityReader.Result.Refused(var findings) -> {
        status = new CityStatus(status.takenOver(), now, findings);
        LOG.warn("The city’s folder changed but is not in order; the last good state is served:");
        findings.forEach(finding -> LOG.warn("{}", finding));
      }
    }
  }

  private CityReader.Result read() {
    var result = reader.read(folder);
    if (!(result instanceof CityReader.Result.Read(var read))) {
      return result;
    }
    var objections = guards.stream().flatMap(guard -> guard.objections(read).stream()).toList();
    return objections.isEmpty() ? result : new CityReader.Result.Refused(objections);
  }
}
