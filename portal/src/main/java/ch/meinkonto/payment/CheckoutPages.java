package ch.meinkonto.payment;

import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Onward;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads to the payment provider, and takes in who comes back. */
@Controller
class CheckoutPages {

  private static final int LOOK_AGAIN = 3; // seconds

  private final OwnPayments own;
  private final Checkout checkout;
  private final Texts texts;

  CheckoutPages(OwnPayments own, Checkout checkout, Texts texts) {
    this.own = own;
    this.checkout = checkout;
    this.texts = texts;
  }

  @PostMapping(PaymentPages.PATH + "/{id}/online")
  ModelAndView leave(
      @PathVariable UUID id,
      Visitor visitor,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var payment = own.find(id, visitor);
    return payment.state() == PaymentState.OPEN
        ? checkout
            .begin(payment)
            .map(page -> Onward.to(page, response))
            .orElseGet(() -> again(payment, "payment.fault.not-now", redirect))
        : PaymentPages.to(payment.address());
  }

  /** They may have done anything there. */
  @GetMapping(PaymentPages.PATH + "/{id}/zurueck")
  ModelAndView back(
      @PathVariable UUID id,
      Visitor visitor,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var payment = own.find(id, visitor);
    if (payment.state() != PaymentState.OPEN) {
      return PaymentPages.to(payment.address());
    }
    return switch (checkout.back(payment)) {
      case SETTLED -> PaymentPages.to(payment.address());
      case NOT_PAID -> again(payment, "payment.fault.not-paid", redirect);
      case UNKNOWN -> {
        response.setHeader("Refresh", String.valueOf(LOOK_AGAIN));
        yield new ModelAndView("payment/waiting", Map.of("payment", payment));
      }
    };
  }

  private ModelAndView again(Payment payment, String why, RedirectAttributes redirect) {
    Flash.warning(redirect, texts, why);
    return PaymentPages.to(payment.address());
  }
}
