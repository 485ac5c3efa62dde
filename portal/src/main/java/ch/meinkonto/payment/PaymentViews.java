package ch.meinkonto.payment;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts payments into the words of a page’s language, also for the pages of what they pay. */
@Component
public class PaymentViews {

  private final PaymentLedger payments;
  private final Cashier cashier;
  private final Refunds refunds;
  private final Catalogue catalogue;
  private final Directory directory;

  PaymentViews(
      PaymentLedger payments,
      Cashier cashier,
      Refunds refunds,
      Catalogue catalogue,
      Directory directory) {
    this.payments = payments;
    this.cashier = cashier;
    this.refunds = refunds;
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /** What was to be paid for that; empty when nothing was. */
  public Optional<PaymentView> of(String kind, UUID purchase, Page page) {
    return payments.of(kind, purchase).map(payment -> of(payment, page));
  }

  PaymentView of(Payment payment, Page page) {
    var state = state(payment);
    return new PaymentView(
        page.formats().money(payment.amount()),
        page.text("payment.state." + state),
        kind(payment.state()),
        page.text("payment.state-text." + state),
        facts(payment, page),
        payment.hasReceipt() ? payment.address() + "/quittung" : null,
        payment.state() == PaymentState.INVOICED ? payment.address() + "/rechnung.pdf" : null);
  }

  /** An invoice that is taken back is not what nobody paid in time; a part is not the whole. */
  private static String state(Payment payment) {
    return switch (payment.state()) {
      case DROPPED -> payment.way() == Way.INVOICE ? "cancelled" : payment.state().code();
      case PAID -> payment.refunded().signum() > 0 ? "part-refunded" : payment.state().code();
      case REFUNDED -> payment.way() == Way.INVOICE ? "transferred" : payment.state().code();
      case OPEN, INVOICED -> payment.state().code();
    };
  }

  private List<Map.Entry<String, String>> facts(Payment payment, Page page) {
    var facts = new ArrayList<Map.Entry<String, String>>();
    facts.add(Map.entry(page.text("payment.service"), service(payment, page)));
    facts.add(Map.entry(page.text("payment.unit"), unit(payment, page)));
    facts.add(Map.entry(page.text("payment.amount"), page.formats().money(payment.amount())));
    cashier
        .paidWith(payment.id())
        .map(Attempt::method)
        .ifPresent(
            method -> facts.add(Map.entry(page.text("payment.method"), method(method, page))));
    var paidAt = payment.paidAt();
    facts.add(
        paidAt == null
            ? Map.entry(
                page.text("payment.since." + payment.state().code()),
                page.formats().moment(payment.stateSince()))
            : Map.entry(page.text("payment.since.paid"), page.formats().moment(paidAt)));
    refunds
        .of(payment.id())
        .forEach(refund ->
            facts.add(
                Map.entry(
                    page.text("payment.refund", page.formats().date(refund.decidedAt())),
                    page.formats().money(refund.amount()))));
    facts.add(Map.entry(page.text("payment.number"), String.valueOf(payment.number())));
    return facts;
  }

  String service(Payment payment, Page page) {
    return catalogue
        .find(payment.service())
        .map(service -> service.name(page.locale()))
        .orElse(payment.service().value());
  }

  String unit(Payment payment, Page page) {
    return directory.name(payment.unit(), page.locale());
  }

  /** Cards and apps have their own names; an unknown one is called what it is: a card or app. */
  private static String method(String code, Page page) {
    return switch (code) {
      case "VIS" -> "Visa";
      case "ECA" -> "Mastercard";
      case "AMX" -> "American Express";
      case "PFC" -> "PostFinance";
      case "TWI" -> "TWINT";
      default -> page.text("payment.method.other");
    };
  }

  private static String kind(PaymentState state) {
    return switch (state) {
      case OPEN, DROPPED -> "";
      case INVOICED, REFUNDED -> "info";
      case PAID -> "success";
    };
  }
}
