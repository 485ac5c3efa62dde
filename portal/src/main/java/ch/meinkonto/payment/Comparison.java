package ch.meinkonto.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the provider once more about what is over, and notes what it says beside what was decided.
 * It mends nothing: people look at what differs. Datatrans has no list of transactions to ask for,
 * so each is asked by itself.
 */
@Component
class Comparison {

  private static final Logger log = LoggerFactory.getLogger(Comparison.class);
  private static final Duration AGAIN = Duration.ofHours(6); // as long as it differs
  private static final int AT_ONCE = 200;

  private final Provider provider;
  private final JdbcClient jdbc;
  private final Clock clock;

  Comparison(Provider provider, JdbcClient jdbc, Clock clock) {
    this.provider = provider;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Compares what has come to its end so long ago; some of it, if there is much.
   *
   * @return false when the provider could not be asked
   */
  boolean run(Duration after) {
    for (var attempt : provider.present() ? due(after) : List.<Attempt>of()) {
      try {
        note(attempt, provider.look(attempt.transaction() == null ? "" : attempt.transaction()));
      } catch (ProviderAway away) {
        log.warn("{} can’t be compared: {}", attempt.reference(), away.getMessage());
        return false;
      }
    }
    return true;
  }

  private List<Attempt> due(Duration after) {
    var now = clock.instant();
    return jdbc.sql(
            """
            SELECT * FROM payment_attempt WHERE next_at IS NULL AND transaction IS NOT NULL
              AND (compared_at IS NULL AND state_since <= :before OR differs AND compared_at <= :again)
            ORDER BY state_since LIMIT :most
            """)
        .param("before", PaymentLedger.at(now.minus(after)))
        .param("again", PaymentLedger.at(after.isZero() ? now : now.minus(AGAIN)))
        .param("most", AT_ONCE)
        .query(Attempts::read)
        .list();
  }

  private void note(Attempt attempt, Seen seen) {
    var booked = booked(attempt, seen);
    jdbc.sql(
            """
            UPDATE payment_attempt SET compared_at = :now, there_booked = :booked,
              there_credited = :credited, differs = :booked - :credited <> CASE WHEN counts
                THEN (SELECT amount - refunded FROM payment WHERE payment.id = payment_id) ELSE 0 END
            WHERE id = :id AND next_at IS NULL
            """)
        .param("now", PaymentLedger.at(clock.instant()))
        .param("booked", booked)
        .param("credited", booked.signum() == 0 ? BigDecimal.ZERO : seen.refunded())
        .param("id", attempt.id())
        .update();
  }

  private static BigDecimal booked(Attempt attempt, Seen seen) {
    var amount = seen.amount();
    return seen.state() == Seen.State.SETTLED
            && amount != null
            && seen.currency().equals("CHF")
            && seen.reference().equals(attempt.reference())
        ? amount
        : BigDecimal.ZERO;
  }
}
