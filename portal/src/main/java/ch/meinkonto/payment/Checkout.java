package ch.meinkonto.payment;

import ch.meinkonto.payment.Attempt.State;
import ch.meinkonto.platform.PortalSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The way to the payment provider and back. */
@Component
class Checkout {

  private static final Logger log = LoggerFactory.getLogger(Checkout.class);
  private static final int MOST_ATTEMPTS = 30;
  private static final int MOST_ASKED = 3; // of older ones the job asks

  private final PaymentLedger payments;
  private final Attempts attempts;
  private final Cashier cashier;
  private final Clearing clearing;
  private final Provider provider;
  private final PortalSettings portal;
  private final Clock clock;

  Checkout(
      PaymentLedger payments,
      Attempts attempts,
      Cashier cashier,
      Clearing clearing,
      Provider provider,
      PortalSettings portal,
      Clock clock) {
    this.payments = payments;
    this.attempts = attempts;
    this.cashier = cashier;
    this.clearing = clearing;
    this.provider = provider;
    this.portal = portal;
    this.clock = clock;
  }

  /** Whether the payment can be paid there. */
  boolean takes(Payment payment) {
    return payment.ways().contains(Way.ONLINE) && provider.present();
  }

  /**
   * Begins an attempt; whoever begins twice has two, of which one counts.
   *
   * @return the page on which one pays; empty when that does not work now
   */
  Optional<URI> begin(Payment payment) {
    if (!takes(payment) || begun(payment) >= MOST_ATTEMPTS) {
      return Optional.empty();
    }
    payments.extend(payment.id(), clock.instant().plus(Clearing.AT_PROVIDER));
    var attempt = attempts.begin(payment.id(), Clearing.LOOK);
    try {
      var begun = provider.begin(attempt, payment, portal.url(payment.address() + "/zurueck"));
      cashier.started(attempt, begun.transaction());
      return Optional.of(begun.page());
    } catch (ProviderAway away) {
      log.warn("{} could not begin: {}", attempt.reference(), away.getMessage());
      return Optional.empty();
    }
  }

  /** How often somebody was led to the provider for it. */
  private long begun(Payment payment) {
    return attempts.of(payment.id()).stream().filter(one -> one.transaction() != null).count();
  }

  /** What somebody did there who comes back. */
  enum Return {
    SETTLED,
    NOT_PAID,
    UNKNOWN
  }

  /** Asks what it was. */
  Return back(Payment payment) {
    var asked =
        attempts.of(payment.id()).reversed().stream()
            .filter(one -> one.state() == State.BEGUN)
            .limit(MOST_ASKED)
            .map(clearing::look)
            .reduce(true, Boolean::logicalAnd);
    if (payments.find(payment.id()).orElseThrow().state() != PaymentState.OPEN) {
      return Return.SETTLED;
    }
    var last = attempts.of(payment.id()).stream().reduce((_, next) -> next);
    return asked && last.filter(one -> one.state() == State.BEGUN).isEmpty()
        ? Return.NOT_PAID
        : Return.UNKNOWN;
  }
}
