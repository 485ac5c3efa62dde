package ch.meinkonto.unit;

import java.time.Duration;

/** Waits that end when the thread is asked to. */
final class Waiting {

  private Waiting() {}

  static void sleep(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortalUnavailable("interrupted", e);
    }
  }
}
