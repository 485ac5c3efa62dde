package ch.meinkonto.login;

import ch.meinkonto.platform.crypto.RandomTokens;
import org.springframework.session.SessionIdGenerator;

/**
 * Names of sessions that nobody guesses: a random UUID would have 122 bits, fewer than OWASP ASVS
 * 7.2.3 asks for.
 */
final class SessionIds implements SessionIdGenerator {

  /** As many as fill the 36 characters that a session's row has for it. */
  private static final int BYTES = 27;

  @Override
  public String generate() {
    return RandomTokens.next(BYTES);
  }
}
