package ch.meinkonto.login;

import ch.meinkonto.login.OwnerNotices.Warning;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.RateLimits.Ticket;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How often the code of a second factor may be tried. Only somebody who has given the first factor
 * can use tries up, so nobody can lock out an owner whose password they do not know; who can is
 * told to the owner. Of six digits, three codes are right at any time: with these limits somebody
 * with the password finds one within a month with a probability below one in five hundred (NIST SP
 * 800-63B-4, section 3.2.2: no more than a hundred in a row).
 */
@Component
class CodeLimits {

  static final Limit SESSION = new Limit("factor-session", 5, Duration.ofMinutes(10));
  static final Limit ACCOUNT = new Limit("factor-account", 20, Duration.ofHours(1));
  static final Limit LONG = new Limit("factor-account-long", 100, Duration.ofDays(7));

  private final RateLimits limits;
  private final OwnerNotices notices;

  CodeLimits(RateLimits limits, OwnerNotices notices) {
    this.limits = limits;
    this.notices = notices;
  }

  /** Counts a try, before anybody looks at the code. */
  Decision take(LoggedIn who) {
    var decision = limits.take(tickets(who));
    if (decision instanceof Decision.Refused) {
      notices.warn(Warning.CODES_GUESSED, who.account());
    }
    return decision;
  }

  /** Gives the try back: the code was right. */
  void undo(LoggedIn who) {
    limits.giveBack(tickets(who));
  }

  private static List<Ticket> tickets(LoggedIn who) {
    var account = who.account().toString();
    return List.of(
        new Ticket(SESSION, account + "/" + who.since().toEpochMilli()),
        new Ticket(ACCOUNT, account),
        new Ticket(LONG, account));
  }
}
