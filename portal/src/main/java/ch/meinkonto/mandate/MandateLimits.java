package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.RateLimits.Ticket;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** How often an account may try codes of mandates; a right one does not count. */
@Component
class MandateLimits {

  static final Limit CODES = new Limit("mandate-code", 8, Duration.ofHours(1));
  static final Limit ALL_CODES = new Limit("mandate-code-day", 24, Duration.ofDays(1));

  private final RateLimits limits;

  MandateLimits(RateLimits limits) {
    this.limits = limits;
  }

  Decision take(AccountId account) {
    return limits.take(tickets(account));
  }

  void giveBack(AccountId account) {
    limits.giveBack(tickets(account));
  }

  private static List<Ticket> tickets(AccountId account) {
    return List.of(
        new Ticket(CODES, account.toString()), new Ticket(ALL_CODES, account.toString()));
  }
}
