package ch.meinkonto.payment;

import ch.meinkonto.payment.Attempt.State;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Onward;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one pays; for the account alone that is to pay. */
@Controller
class PaymentPages {

  static final String PATH = "/bezahlen";

  private static final Logger log = LoggerFactory.getLogger(PaymentPages.class);
  private static final int MOST_ATTEMPTS = 30;
  private static final int MOST_ASKED = 3; // of older ones the job asks
  private static final int LOOK_AGAIN = 3; // seconds

  private final PaymentLedger payments;
  private final Attempts attempts;
  private final Cashier cashier;
  private final Clearing clearing;
  private final Provider provider;
  private final PaymentViews views;
  private final Creditors creditors;
  private final PortalSettings portal;
  private final Texts texts;

  PaymentPages(
      PaymentLedger payments,
      Attempts attempts,
      Cashier cashier,
      Clearing clearing,
      Provider provider,
      PaymentViews views,
      Creditors creditors,
      PortalSettings portal,
      Texts texts) {
    this.payments = payments;
    this.attempts = attempts;
    this.cashier = cashier;
    this.clearing = clearing;
    this.provider = provider;
    this.views = views;
    this.creditors = creditors;
    this.portal = portal;
    this.texts = texts;
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView pay(
      @PathVariable String id,
      Visitor visitor,
      @ModelAttribute Page page,
      HttpServletResponse response) {
    var payment = own(id, visitor);
    return switch (payment.state()) {
      case OPEN -> open(payment, page);
      case INVOICED, PAID, REFUNDED -> onward(payment);
      case DROPPED -> over(payment, response);
    };
  }

  private ModelAndView open(Payment payment, Page page) {
    return new ModelAndView(
        "payment/pay",
        Map.of(
            "payment", payment,
            "service", views.service(payment, page),
            "unit", views.unit(payment, page),
            "amount", page.formats().money(payment.amount()),
            "until", page.formats().time(payment.expiresAt()),
            "online", payment.ways().contains(Way.ONLINE) && provider.present(),
            "invoice", payment.ways().contains(Way.INVOICE) && creditors.find().isPresent(),
            "days", creditors.find().map(Creditor::days).orElse(0)));
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

  /** Leads to the provider’s page; whoever comes twice has two attempts, of which one counts. */
  @PostMapping(PATH + "/{id}/online")
  ModelAndView online(
      @PathVariable String id,
      Visitor visitor,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var payment = own(id, visitor);
    if (payment.state() != PaymentState.OPEN || !payment.ways().contains(Way.ONLINE)) {
      return to(payment.address());
    }
    if (!provider.present() || begun(payment) >= MOST_ATTEMPTS) {
      Flash.warning(redirect, texts, "payment.fault.not-now");
      return to(payment.address());
    }
    payments.extend(payment.id(), clearing.until());
    var attempt = attempts.begin(payment.id(), Clearing.firstLook());
    try {
      var begun = provider.begin(attempt, payment, portal.url(payment.address() + "/zurueck"));
      attempts.started(attempt, begun.transaction());
      return Onward.to(begun.page(), response);
    } catch (ProviderAway away) {
      log.warn("{} could not begin: {}", attempt.reference(), away.getMessage());
      Flash.warning(redirect, texts, "payment.fault.not-now");
      return to(payment.address());
    }
  }

  /** How often somebody was led to the provider for it. */
  private long begun(Payment payment) {
    return attempts.of(payment.id()).stream().filter(one -> one.transaction() != null).count();
  }

  @PostMapping(PATH + "/{id}/rechnung")
  ModelAndView invoice(@PathVariable String id, Visitor visitor) {
    var payment = own(id, visitor);
    if (creditors.find().isEmpty()) {
      throw new NotFound();
    }
    cashier.invoice(payment.id());
    return to(payment.address());
  }

  @PostMapping(PATH + "/{id}/aendern")
  ModelAndView change(@PathVariable String id, Visitor visitor) {
    var payment = own(id, visitor);
    var change = cashier.purchase(payment).change(payment.purchase()); // known as long as it waits
    return to(cashier.drop(payment.id()) ? change : payment.address());
  }

  /** Somebody comes back from the provider, and may have done anything there. */
  @GetMapping(PATH + "/{id}/zurueck")
  ModelAndView back(
      @PathVariable String id,
      Visitor visitor,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var payment = own(id, visitor);
    if (payment.state() != PaymentState.OPEN) {
      return to(payment.address());
    }
    var begun =
        attempts.of(payment.id()).reversed().stream()
            .filter(one -> one.state() == State.BEGUN)
            .limit(MOST_ASKED)
            .toList();
    var asked = begun.stream().map(clearing::look).reduce(true, Boolean::logicalAnd);
    var now = payments.find(payment.id()).orElseThrow();
    if (now.state() != PaymentState.OPEN) {
      return to(now.address());
    }
    var last = attempts.of(payment.id()).stream().reduce((first, next) -> next);
    if (asked && last.filter(one -> one.state() == State.BEGUN).isEmpty()) {
      Flash.warning(redirect, texts, "payment.fault.not-paid");
      return to(payment.address());
    }
    response.setHeader("Refresh", String.valueOf(LOOK_AGAIN));
    return new ModelAndView("payment/waiting", Map.of("payment", payment));
  }

  @GetMapping(PATH + "/{id}/quittung")
  ModelAndView receipt(@PathVariable String id, Visitor visitor, @ModelAttribute Page page) {
    var payment = own(id, visitor);
    if (payment.way() != Way.ONLINE) {
      throw new NotFound();
    }
    return new ModelAndView(
        "payment/receipt",
        Map.of(
            "payment", views.of(payment, page),
            "back", cashier.purchase(payment).next(payment.purchase())));
  }

  private Payment own(String id, Visitor visitor) {
    return PaymentId.of(id)
        .flatMap(payments::find)
        .filter(payment -> visitor.accountId().equals(payment.account()))
        .orElseThrow(NotFound::new);
  }

  private static ModelAndView to(String address) {
    return new ModelAndView("redirect:" + address);
  }
}
