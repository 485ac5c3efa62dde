package ch.meinkonto.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Tried too often; possible again after a while. */
final class WaitFirst extends AuthenticationException {
  private static final long serialVersionUID = 1;

  private final Duration pause;

  WaitFirst(Duration pause) {
    super("Tried too often");
    this.pause = pause;
  }

  Duration pause() {
    return pause;
  }
}
