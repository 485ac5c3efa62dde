package ch.meinkonto.payment;

import ch.meinkonto.payment.Attempt.State;
import ch.meinkonto.platform.BackOff;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings what the provider holds in line with what was decided: books what counts, frees or gives
 * back everything else, and asks about what nobody heard of. Whatever fails is tried again, more
 * and more rarely, as long as it takes. No transaction is open while the provider is asked.
 */
@Component
class Clearing {

  private static final Logger log = LoggerFactory.getLogger(Clearing.class);

  /** How long a provider’s page may stay open. */
  static final Duration AT_PROVIDER = Duration.ofMinutes(35);

  /** When an attempt is looked at of which nobody heard. */
  static final Duration LOOK = Duration.ofMinutes(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final PaymentLedger payments;
  private final Attempts attempts;
  private final Cashier cashier;
  private final Provider provider;
  private final Clock clock;

  Clearing(
      PaymentLedger payments, Attempts attempts, Cashier cashier, Provider provider, Clock clock) {
    this.payments = payments;
    this.attempts = attempts;
    this.cashier = cashier;
    this.provider = provider;
    this.clock = clock;
  }

  /** Does what is due now. */
  void run() {
    if (provider.present()) {
      attempts.due().forEach(this::bring);
    }
  }

  /** Asks the provider about an attempt, now; and says so if it can’t be asked. */
  boolean look(Attempt attempt) {
    try {
      ask(attempt);
      return true;
    } catch (ProviderAway away) {
      log.warn(
          "{}: the payment provider can’t be asked: {}", attempt.reference(), away.getMessage());
      return false;
    }
  }

  private void bring(Attempt attempt) {
    try {
      next(attempt);
    } catch (ProviderAway away) {
      var pause = BackOff.after(attempt.tries() + 1, FIRST_PAUSE, LONGEST_PAUSE);
      log.warn(
          "{} ({}): {}; again in {}",
          attempt.reference(),
          attempt.state(),
          away.getMessage(),
          pause);
      attempts.again(attempt, clock.instant().plus(pause));
    }
  }

  private void next(Attempt attempt) {
    if (attempt.tries() > 0 && attempt.state() != State.BEGUN) {
      ask(attempt); // what failed may have been done all the same
      attempt = attempts.find(attempt.id()).orElseThrow();
    }
    var payment = payments.find(attempt.payment()).orElseThrow();
    var wanted = attempt.counts() && payment.state() == PaymentState.PAID;
    switch (attempt.state()) {
      case BEGUN -> begun(attempt);
      case AUTHORIZED -> {
        if (wanted) {
          provider.settle(attempt, payment);
          attempts.move(attempt, State.SETTLED, null);
        } else {
          provider.release(attempt, payment);
          attempts.move(attempt, State.RELEASED, null);
        }
      }
      case SETTLED -> giveBack(attempt, payment);
      case FAILED, RELEASED, REFUNDED -> attempts.done(attempt);
    }
  }

  /** Asks first what was given back already, since a part could be given back twice. */
  private void giveBack(Attempt known, Payment payment) {
    if (known.owed(payment).signum() == 0) {
      attempts.done(known);
      return;
    }
    ask(known);
    var attempt = attempts.find(known.id()).orElseThrow();
    var owed = attempt.owed(payment);
    if (owed.signum() > 0) {
      provider.refund(attempt, owed, attempt.whole(payment));
      attempts.credited(attempt, attempt.whole(payment), payment);
    }
  }

  /** The provider ends by itself what nobody went on with; what never began there ends here. */
  private void begun(Attempt attempt) {
    var old = attempt.since().plus(AT_PROVIDER).isBefore(clock.instant());
    if (attempt.transaction() == null) {
      if (old) {
        attempts.move(attempt, State.FAILED, null);
      } else {
        attempts.look(attempt, clock.instant().plus(LOOK));
      }
      return;
    }
    ask(attempt);
    if (attempts.find(attempt.id()).filter(one -> one.state() == State.BEGUN).isPresent()) {
      attempts.look(attempt, clock.instant().plus(old ? LONGEST_PAUSE : LOOK));
    }
  }

  private void ask(Attempt attempt) {
    var transaction = attempt.transaction();
    if (transaction != null) {
      cashier.seen(attempt, provider.look(transaction));
    }
  }
}
