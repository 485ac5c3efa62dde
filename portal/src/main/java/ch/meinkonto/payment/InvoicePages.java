package ch.meinkonto.payment;

import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The invoices of what one pays later: made anew each time, kept nowhere. */
@Controller
class InvoicePages {

  private final PaymentLedger payments;
  private final Creditors creditors;
  private final PaymentViews views;
  private final InvoicePdf pdf;

  InvoicePages(PaymentLedger payments, Creditors creditors, PaymentViews views, InvoicePdf pdf) {
    this.payments = payments;
    this.creditors = creditors;
    this.views = views;
    this.pdf = pdf;
  }

  @GetMapping(PaymentPages.PATH + "/{id}/rechnung.pdf")
  ResponseEntity<byte[]> invoice(
      @PathVariable String id, Visitor visitor, @ModelAttribute Page page) {
    var payment =
        PaymentId.of(id)
            .flatMap(payments::find)
            .filter(found -> visitor.accountId().equals(found.account()))
            .filter(found -> found.way() == Way.INVOICE && found.state().certain())
            .orElseThrow(NotFound::new);
    var creditor = creditors.find().orElseThrow(NotFound::new);
    var name = page.text("payment.invoice.file", String.valueOf(payment.number()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".pdf").build().toString())
        .body(
            pdf.of(
                payment,
                creditor,
                views.service(payment, page),
                views.unit(payment, page),
                page.locale()));
  }
}
