package ch.meinkonto.login;

import java.time.Duration;

/**
 * How long a login lasts: shorter than NIST SP 800-63B-4 asks for two factors (section 2.2.3: one
 * hour without a click, 24 hours in all), because many people share a computer.
 */
public final class SessionLimits {

  /** Without a click or a key. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** Even for somebody who never stops clicking. */
  public static final Duration LONGEST = Duration.ofHours(12);

  private SessionLimits() {}

  /**
   * After how many seconds of silence a page takes its login for over: a minute early, since being
   * seen is noted to the minute.
   */
  public static long idleSecondsOfPage() {
    return IDLE.minus(CalmSession.SEEN_AGAIN).toSeconds();
  }
}
