package ch.meinkonto.payment;

import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one chooses how to pay. */
@Controller
class PaymentPages {

  static final String PATH = "/bezahlen";

  private final OwnPayments own;
  private final Cashier cashier;
  private final Checkout checkout;
  private final PaymentViews views;
  private final Creditors creditors;

  PaymentPages(
      OwnPayments own,
      Cashier cashier,
      Checkout checkout,
      PaymentViews views,
      Creditors creditors) {
    this.own = own;
    this.cashier = cashier;
    this.checkout = checkout;
    this.views = views;
    this.creditors = creditors;
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView pay(
      @PathVariable UUID id,
      Visitor visitor,
      @ModelAttribute Page page,
      HttpServletResponse response) {
    var payment = own.find(id, visitor);
    return switch (payment.state()) {
      case OPEN -> open(payment, page);
      case INVOICED, PAID, REFUNDED -> onward(payment);
      case DROPPED -> over(payment, response);
    };
  }

  private ModelAndView open(Payment payment, Page page) {
    var creditor = creditors.find();
    return new ModelAndView(
        "payment/pay",
        Map.of(
            "payment", payment,
            "service", views.service(payment, page),
            "unit", views.unit(payment, page),
            "amount", page.formats().money(payment.amount()),
            "until", page.formats().time(payment.expiresAt()),
            "online", checkout.takes(payment),
            "invoice", payment.ways().contains(Way.INVOICE) && creditor.isPresent(),
            "days", creditor.map(Creditor::days).orElse(0)));
  }

  private ModelAndView over(Payment payment, HttpServletResponse response) {
    if (payment.way() == Way.INVOICE) {
      return onward(payment);
    }
    response.setStatus(HttpStatus.GONE.value());
    return new ModelAndView("payment/over", Map.of("change", "/dienste/" + payment.service()));
  }

  private ModelAndView onward(Payment payment) {
    return to(cashier.purchase(payment).next(payment.purchase()));
  }

  @PostMapping(PATH + "/{id}/rechnung")
  ModelAndView invoice(@PathVariable UUID id, Visitor visitor) {
    var payment = own.find(id, visitor);
    if (creditors.find().isEmpty()) {
      throw new NotFound();
    }
    cashier.invoice(payment.id());
    return to(payment.address());
  }

  @PostMapping(PATH + "/{id}/aendern")
  ModelAndView change(@PathVariable UUID id, Visitor visitor) {
    var payment = own.find(id, visitor);
    var change = cashier.purchase(payment).change(payment.purchase()); // known as long as it waits
    return to(cashier.drop(payment.id()) ? change : payment.address());
  }

  static ModelAndView to(String address) {
    return new ModelAndView("redirect:" + address);
  }
}
