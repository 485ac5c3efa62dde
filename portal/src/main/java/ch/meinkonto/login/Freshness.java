package ch.meinkonto.login;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Whether somebody proved lately enough who they are to change how they log in: by a passkey when
 * they have one, since otherwise whoever knows the password could take it away.
 */
@Component
class Freshness {

  static final Duration LATELY = Duration.ofMinutes(10);

  private final Passkeys passkeys;
  private final Clock clock;

  Freshness(Passkeys passkeys, Clock clock) {
    this.passkeys = passkeys;
    this.clock = clock;
  }

  boolean enough(LoggedIn who) {
    return who.provedSince(clock.instant().minus(LATELY), passkeys.any(who.account()));
  }
}
