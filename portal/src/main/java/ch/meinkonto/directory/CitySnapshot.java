package ch.meinkonto.directory;

import java.util.Map;

/** Everything that all modules read from the city’s folder, at one moment. */
public record CitySnapshot(Map<Class<?>, Object> parts) {

  public CitySnapshot {
    parts = Map.copyOf(parts);
  }

  /** What one part read. */
  public <T> T get(Class<T> type) {
    var part = parts.get(type);
    if (part == null) {
      throw new IllegalArgumentException("no part reads " + type);
    }
    return type.cast(part);
  }
}
