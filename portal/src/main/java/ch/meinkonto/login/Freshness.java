package ch.meinkonto.login;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Whether somebody proved lately enough who they are to change how they log in: by a second factor
 * when they have one, since otherwise whoever knows the password could take it away (NIST SP
 * 800-63B-4, section 4.1.2).
 */
@Component
class Freshness {

  static final Duration LATELY = Duration.ofMinutes(10);

  private final SecondFactors factors;
  private final Clock clock;

  Freshness(SecondFactors factors, Clock clock) {
    this.factors = factors;
    this.clock = clock;
  }

  boolean enough(LoggedIn who) {
    return who.provedSince(clock.instant().minus(LATELY), factors.any(who.account()));
  }

  /** By any factor: enough to throw out who is logged in elsewhere (OWASP ASVS 5.0, 7.5.2). */
  boolean byAnyFactor(LoggedIn who) {
    return who.provedSince(clock.instant().minus(LATELY), false);
  }

  /** The same for pages that ask for the password themselves: a second factor, if there is one. */
  boolean enoughIfStrong(LoggedIn who) {
    return !factors.any(who.account()) || enough(who);
  }
}
