package ch.meinkonto.payment;

import ch.meinkonto.payment.Attempt.State;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what becomes of a payment, each time with the payment locked: so whatever comes twice,
 * late or out of order is decided one after the other. What this means for the provider follows
 * from the states, and {@link Clearing} does it.
 */
@Component
class Cashier {

  private static final Logger log = LoggerFactory.getLogger(Cashier.class);

  private final PaymentLedger payments;
  private final Attempts attempts;
  private final ObjectProvider<Purchase> purchases;
  private final TrustLog trustLog;

  Cashier(
      PaymentLedger payments,
      Attempts attempts,
      ObjectProvider<Purchase> purchases,
      TrustLog trustLog) {
    this.payments = payments;
    this.attempts = attempts;
    this.purchases = purchases;
    this.trustLog = trustLog;
  }

  /**
   * The provider knows what is to be paid, and calls it so: the payer’s data log says what of it.
   */
  @Transactional
  public void started(Attempt attempt, String transaction) {
    var payment = payments.find(attempt.payment()).orElseThrow();
    var account = payment.account();
    if (attempts.started(attempt, transaction) && account != null) {
      var told = new Formats(Locale.ROOT).money(payment.amount()) + ", " + attempt.reference();
      trustLog.record(new TrustEntry(account, "payment-told", TrustEntry.YOU, told, "your-wish"));
    }
  }

  /** The provider says where an attempt stands. */
  @Transactional
  public void seen(Attempt looked, Seen seen) {
    var payment = payments.lock(looked.payment()).orElseThrow();
    var attempt = attempts.find(looked.id()).orElseThrow();
    if (!seen.reference().equals(attempt.reference())) {
      log.error("The provider’s transaction of {} is not ours", attempt.reference());
      return;
    }
    switch (seen.state()) {
      case UNDER_WAY -> {}
      case GONE -> gone(payment, attempt);
      case AUTHORIZED -> money(payment, attempt, State.AUTHORIZED, seen);
      case SETTLED -> {
        attempts.credited(attempt, seen.refunded(), payment);
        if (seen.refunded().compareTo(payment.amount()) < 0) {
          money(payment, attempt, State.SETTLED, seen);
        }
      }
    }
  }

  private void gone(Payment payment, Attempt attempt) {
    switch (attempt.state()) {
      case BEGUN -> attempts.move(attempt, State.FAILED, null);
      case AUTHORIZED -> {
        if (attempt.counts() && payment.state() == PaymentState.PAID) {
          log.error("What was reserved as {} is gone, and was not booked", attempt.reference());
        }
        attempts.move(attempt, State.RELEASED, null);
      }
      case SETTLED, FAILED, RELEASED, REFUNDED -> {}
    }
  }

  private void money(Payment payment, Attempt attempt, State state, Seen seen) {
    if (attempt.state().compareTo(state) >= 0 && attempt.state() != State.FAILED) {
      return;
    }
    attempts.move(attempt, state, seen.method());
    if (payment.state() != PaymentState.OPEN) {
      return;
    }
    if (!seen.pays(payment)) {
      log.error("{} is about another amount: it is given back", attempt.reference());
    } else if (purchase(payment).release(payment.purchase())) {
      attempts.counts(attempt);
      payments.move(payment, PaymentState.PAID, Way.ONLINE);
    } else {
      log.warn("What {} pays cannot go on any more: it is given back", attempt.reference());
      payments.move(payment, PaymentState.DROPPED, null);
    }
  }

  /** It will be paid by invoice: true if what it is for goes on. */
  @Transactional
  public boolean invoice(PaymentId id) {
    var payment = payments.lock(id).orElseThrow();
    if (payment.state() != PaymentState.OPEN || !payment.ways().contains(Way.INVOICE)) {
      return payment.state().certain();
    }
    if (purchase(payment).release(payment.purchase())) {
      payments.move(payment, PaymentState.INVOICED, Way.INVOICE);
      return true;
    }
    payments.move(payment, PaymentState.DROPPED, null);
    return false;
  }

  /**
   * Nobody is to pay it any more, and what it was for ends.
   *
   * @return false if that is too late
   */
  @Transactional
  public boolean drop(PaymentId id) {
    var payment = payments.lock(id).orElseThrow();
    return switch (payment.state()) {
      case OPEN -> {
        payments.move(payment, PaymentState.DROPPED, null);
        purchase(payment).drop(payment.purchase());
        attempts.look(id);
        yield true;
      }
      case DROPPED -> true;
      case INVOICED, PAID, REFUNDED -> false;
    };
  }

  /** What the payment is for. */
  Purchase purchase(Payment payment) {
    return purchases.stream()
        .filter(one -> one.kind().equals(payment.kind()))
        .findFirst()
        .orElseThrow();
  }

  /** The attempt with which it was paid. */
  Optional<Attempt> paidWith(PaymentId id) {
    return attempts.of(id).stream().filter(Attempt::counts).findFirst();
  }
}
