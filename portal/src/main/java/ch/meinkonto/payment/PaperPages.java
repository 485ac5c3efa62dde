package ch.meinkonto.payment;

import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Receipts of what is paid, invoices of what one pays later: made anew each time, kept nowhere. */
@Controller
class PaperPages {

  private final OwnPayments own;
  private final Cashier cashier;
  private final PaymentViews views;
  private final Creditors creditors;
  private final InvoicePdf pdf;

  PaperPages(
      OwnPayments own, Cashier cashier, PaymentViews views, Creditors creditors, InvoicePdf pdf) {
    this.own = own;
    this.cashier = cashier;
    this.views = views;
    this.creditors = creditors;
    this.pdf = pdf;
  }

  @GetMapping(PaymentPages.PATH + "/{id}/quittung")
  ModelAndView receipt(@PathVariable UUID id, Visitor visitor, @ModelAttribute Page page) {
    var payment = own.find(id, visitor);
    if (!payment.hasReceipt()) {
      throw new NotFound();
    }
    return new ModelAndView(
        "payment/receipt",
        Map.of(
            "payment", views.of(payment, page),
            "back", cashier.purchase(payment).next(payment.purchase())));
  }

  @GetMapping(PaymentPages.PATH + "/{id}/rechnung.pdf")
  ResponseEntity<byte[]> invoice(
      @PathVariable UUID id, Visitor visitor, @ModelAttribute Page page) {
    var payment = own.find(id, visitor);
    if (payment.way() != Way.INVOICE || !payment.state().certain()) {
      throw new NotFound();
    }
    var name = page.text("payment.invoice.file", String.valueOf(payment.number()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".pdf").build().toString())
        .body(
            pdf.of(
                payment,
                creditors.find().orElseThrow(NotFound::new),
                views.service(payment, page),
                views.unit(payment, page),
                page.locale()));
  }
}
