package ch.meinkonto.connector;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Something that works or does not; said once when it changes, not each time it is tried. */
public final class Trouble {

  private final Logger log;
  private final String over;
  private @Nullable String current;

  /**
   * Nothing is wrong yet.
   *
   * @param over what to log when it works again
   */
  public Trouble(Logger log, String over) {
    this.log = log;
    this.over = over;
  }

  /** It does not work, for this reason and with this consequence. */
  public synchronized void because(String message) {
    if (!message.equals(current)) {
      log.warn("{}", message);
    }
    current = message;
  }

  /** It works. */
  public synchronized void none() {
    if (current != null) {
      log.info("{}", over);
    }
    current = null;
  }

  /** What is wrong now. */
  public synchronized Optional<String> current() {
    return Optional.ofNullable(current);
  }
}
