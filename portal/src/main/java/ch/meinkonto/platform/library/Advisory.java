package ch.meinkonto.platform.library;

import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * A known hole, as Open Source Vulnerabilities writes them (OSV schema 1.6).
 *
 * @param id its number
 * @param summary what it is about
 */
public record Advisory(String id, String summary, List<Affected> affected) {

  /** A library with the versions that have the hole. */
  record Affected(String library, List<String> versions, List<List<Event>> ranges) {

    boolean has(Library library) {
      return this.library.equals(library.name())
          && (versions.contains(library.version())
              || ranges.stream().anyMatch(range -> covers(range, library.version())));
    }

    private static boolean covers(List<Event> range, String version) {
      var at = new ComparableVersion(version);
      return range.stream().anyMatch(event -> event.opens(at))
          && range.stream().noneMatch(event -> event.closes(at, range));
    }
  }

  /** Where a range begins or ends. */
  record Event(Kind kind, String version) {

    enum Kind {
      INTRODUCED,
      FIXED,
      LAST_AFFECTED
    }

    boolean opens(ComparableVersion at) {
      return kind == Kind.INTRODUCED && !isAfter(at);
    }

    /** Ended at or before this version, and not opened again since. */
    boolean closes(ComparableVersion at, List<Event> range) {
      var ended =
          switch (kind) {
            case INTRODUCED -> false;
            case FIXED -> !isAfter(at);
            case LAST_AFFECTED -> at.compareTo(new ComparableVersion(version)) > 0;
          };
      return ended
          && range.stream()
              .noneMatch(event -> event.opens(at) && event.isAfter(new ComparableVersion(version)));
    }

    private boolean isAfter(ComparableVersion at) {
      return !version.equals("0") && new ComparableVersion(version).compareTo(at) > 0;
    }
  }

  /** Whether this library has the hole. */
  public boolean concerns(Library library) {
    return affected.stream().anyMatch(known -> known.has(library));
  }
}
