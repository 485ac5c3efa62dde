package ch.meinkonto.directory;

/**
 * What one module reads from the city’s folder. All parts are read together and taken over
 * together, or not at all: a part notes what is wrong in {@link CityReading#findings()} and reads
 * on, so that the author sees everything at once.
 *
 * <p>A part is found by {@link java.util.ServiceLoader} (a line in {@code
 * META-INF/services/ch.meinkonto.directory.CityPart}), because {@code bin/city check} reads the
 * same without Spring; it has a public constructor without parameters and keeps no state.
 *
 * @param <T> what the part is read into: immutable
 */
public interface CityPart<T> {

  /** The key under which others find what was read. */
  Class<T> type();

  /**
   * Reads the part. What it returns is thrown away when anything in the folder is wrong; it is only
   * asked for then to find further mistakes.
   */
  T read(CityReading reading);
}
