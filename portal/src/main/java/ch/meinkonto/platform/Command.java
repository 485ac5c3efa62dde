package ch.meinkonto.platform;

import java.util.List;

/**
 * Something operators do from the terminal: {@code bin/portal <name> …}. A bean of any module; it
 * runs with the portal's settings and database, but without its pages and timed work.
 */
public interface Command {

  /** What one types, such as {@code rotate-master-key}. */
  String name();

  /** One line that says what it does. */
  String description();

  /**
   * Does it, and tells on the terminal what was done.
   *
   * @return 0 when all went well
   */
  int run(List<String> arguments);
}
