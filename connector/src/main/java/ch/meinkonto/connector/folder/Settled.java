package ch.meinkonto.connector.folder;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.file.filters.FileListFilter;

/**
 * Lets through what nobody writes on any more: JSON files that have stayed the same for a while.
 */
final class Settled implements FileListFilter<File> {

  private record Seen(long size, long modified, Instant since) {}

  private final Clock clock;
  private final Duration settle;
  private Map<File, Seen> seen = new HashMap<>();

  Settled(Clock clock, Duration settle) {
    this.clock = clock;
    this.settle = settle;
  }

  @Override
  public synchronized List<File> filterFiles(File @Nullable [] files) {
    Map<File, Seen> now = new HashMap<>();
    List<File> settled = new ArrayList<>();
    for (File file : files == null ? new File[0] : files) {
      if (isWord(file)) {
        Seen current = look(file);
        now.put(file, current);
        if (!current.since.plus(settle).isAfter(clock.instant())) {
          settled.add(file);
        }
      }
    }
    seen = now;
    return settled;
  }

  private Seen look(File file) {
    Seen fresh = new Seen(file.length(), file.lastModified(), clock.instant());
    Seen before = seen.get(file);
    return before != null && before.size == fresh.size && before.modified == fresh.modified
        ? before
        : fresh;
  }

  private static boolean isWord(File file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") && !name.startsWith(".") && file.isFile();
  }
}
