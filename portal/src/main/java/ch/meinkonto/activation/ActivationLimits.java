package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.RateLimits.Ticket;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How often an account may try codes and order letters. The unit counts wrong codes for each
 * letter; this here is for whoever tries without having one, and for whoever fills letterboxes.
 */
@Component
class ActivationLimits {

  static final Limit CODES = new Limit("activation-service", 8, Duration.ofHours(1));
  static final Limit ALL_CODES = new Limit("activation-account", 20, Duration.ofDays(1));
  static final Limit LETTERS = new Limit("activation-letter", 3, Duration.ofDays(7));
  static final Limit ALL_LETTERS = new Limit("activation-letters", 6, Duration.ofDays(30));

  private final RateLimits limits;

  ActivationLimits(RateLimits limits) {
    this.limits = limits;
  }

  Decision take(Kind kind, AccountId account, ServiceId service) {
    var tickets = tickets(kind, account, service);
    return tickets.isEmpty() ? new Decision.Permitted() : limits.take(tickets);
  }

  /** The code was right, or nothing was sent. */
  void giveBack(Kind kind, AccountId account, ServiceId service) {
    limits.giveBack(tickets(kind, account, service));
  }

  private static List<Ticket> tickets(Kind kind, AccountId account, ServiceId service) {
    var one = account + "/" + service;
    return switch (kind) {
      case CODE -> List.of(new Ticket(CODES, one), new Ticket(ALL_CODES, account.toString()));
      case LETTER -> List.of(new Ticket(LETTERS, one), new Ticket(ALL_LETTERS, account.toString()));
      case END -> List.of();
    };
  }
}
