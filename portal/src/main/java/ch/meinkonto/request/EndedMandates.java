package ch.meinkonto.request;

import ch.meinkonto.mandate.MandateEnded;
import ch.meinkonto.payment.Payments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever may not act for somebody any more cannot pay for what they would send for them. */
@Component
class EndedMandates {

  private final HeldRequests held;
  private final Payments payments;

  EndedMandates(HeldRequests held, Payments payments) {
    this.held = held;
    this.payments = payments;
  }

  /** In the transaction that ends the mandate; what is paid already was sent in its time. */
  @EventListener
  void on(MandateEnded event) {
    held.byMandate(event.mandateId())
        .forEach(request -> payments.drop(PaidRequests.KIND, request.value()));
  }
}
