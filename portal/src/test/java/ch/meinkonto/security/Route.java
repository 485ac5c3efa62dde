package ch.meinkonto.security;

import java.util.Comparator;

/**
 * One address of the portal.
 *
 * @param method as HTTP names it
 * @param pattern the path, with names in braces for what varies
 */
record Route(String method, String pattern) implements Comparable<Route> {

  private static final Comparator<Route> BY_PATH =
      Comparator.comparing(Route::pattern).thenComparing(Route::method);

  /** Whether it may change something. */
  boolean changes() {
    return !method.equals("GET");
  }

  @Override
  public int compareTo(Route other) {
    return BY_PATH.compare(this, other);
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
