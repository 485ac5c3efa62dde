package ch.meinkonto.request;

import static java.util.Objects.requireNonNull;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says whether a receipt is genuine, from its signature alone: the request may be long erased. */
@Component
class ReceiptChecks {

  static final int LONGEST = 200_000;

  private final ReceiptDesk desk;
  private final RequestViews views;

  ReceiptChecks(ReceiptDesk desk, RequestViews views) {
    this.desk = desk;
    this.views = views;
  }

  ReceiptCheck check(String shown, Page page) {
    var receipt = shown.replaceAll("\\s+", "");
    if (receipt.isEmpty()) {
      return says("warning", "empty", page, List.of());
    }
    if (receipt.length() > LONGEST) {
      return says("danger", "forged", page, List.of());
    }
    return switch (desk.check(receipt)) {
      case Valid<Receipt>(var genuine) ->
          says("success", kind(genuine), page, facts(genuine, page));
      case Invalid<Receipt> _ -> says("danger", "forged", page, List.of());
    };
  }

  private static String kind(Receipt receipt) {
    return switch (receipt.kind()) {
      case RECEIVED -> "received";
      case TAKEN -> "taken";
      case DELIVERY ->
          switch (requireNonNull(receipt.delivery()).outcome()) {
            case OPENED -> "opened";
            case NOT_OPENED -> "not-opened";
            case UNDELIVERABLE -> "undeliverable";
          };
    };
  }

  private static ReceiptCheck says(
      String kind, String answer, Page page, List<Map.Entry<String, String>> facts) {
    return new ReceiptCheck(
        kind,
        page.text("request.check." + answer + ".title"),
        page.text("request.check." + answer + ".text"),
        facts);
  }

  private List<Map.Entry<String, String>> facts(Receipt receipt, Page page) {
    var facts = new ArrayList<Map.Entry<String, String>>();
    facts.add(Map.entry(page.text("request.reference"), receipt.reference().value()));
    facts.add(
        Map.entry(
            page.text("request.service"),
            views.service(new ServiceId(receipt.service()), page.locale())));
    facts.add(
        Map.entry(
            page.text("request.unit"), views.unit(new UnitId(receipt.unit()), page.locale())));
    var delivery = receipt.delivery();
    if (delivery != null) {
      facts.add(
          Map.entry(
              page.text("request.check.arrived"), page.formats().moment(delivery.arrivedAt())));
      var deemedOn = delivery.deemedOn();
      if (deemedOn != null) {
        facts.add(Map.entry(page.text("request.check.deemed"), page.formats().date(deemedOn)));
      }
    }
    facts.add(
        Map.entry(page.text("request.check.issued"), page.formats().moment(receipt.issuedAt())));
    facts.add(Map.entry(page.text("request.check.issuer"), receipt.issuer()));
    return facts;
  }
}
