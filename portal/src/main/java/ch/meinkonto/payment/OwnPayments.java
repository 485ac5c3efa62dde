package ch.meinkonto.payment;

import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Visitor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A person's own payments; those of others do not exist. */
@Component
class OwnPayments {

  private final PaymentLedger payments;

  OwnPayments(PaymentLedger payments) {
    this.payments = payments;
  }

  Payment find(UUID id, Visitor visitor) {
    return payments
        .find(new PaymentId(id))
        .filter(payment -> visitor.accountId().equals(payment.account()))
        .orElseThrow(NotFound::new);
  }
}
