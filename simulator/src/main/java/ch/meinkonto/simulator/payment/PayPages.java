package ch.meinkonto.simulator.payment;

import ch.meinkonto.simulator.Html;
import ch.meinkonto.simulator.payment.Transaction.Status;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The provider’s own page, on which one pays without paying; and what anybody paid. */
@RestController
class PayPages {

  private static final String START = "/zahlung/v1/start/{id}";

  private final Transactions transactions;
  private final Notices notices;
  private final Faults faults;
  private final Html html;

  PayPages(Transactions transactions, Notices notices, Faults faults, Html html) {
    this.transactions = transactions;
    this.notices = notices;
    this.faults = faults;
    this.html = html;
  }

  @GetMapping(START)
  ResponseEntity<byte[]> page(@PathVariable String id) {
    return transactions
        .find(id)
        .filter(found -> found.status() == Status.INITIALIZED)
        .map(found -> html.page("pay.jte", Map.of("transaction", found)))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
  }

  /** {@code method} is a card or app, {@code decline} or {@code cancel}. */
  @PostMapping(START)
  ResponseEntity<byte[]> choose(@PathVariable String id, @RequestParam String method) {
    var before = transactions.find(id).filter(one -> one.status() == Status.INITIALIZED);
    if (before.isEmpty()) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    }
    var after =
        transactions.change(
            id, known -> known.status() == Status.INITIALIZED ? chosen(known, method) : known);
    return after
        .map(transaction -> {
          if (transaction.status() == Status.AUTHORIZED) {
            notices.paid(transaction);
          }
          return back(transaction);
        })
        .orElseThrow();
  }

  private static Transaction chosen(Transaction known, String method) {
    return switch (method) {
      case "decline" -> known.in(Status.FAILED, "authorize", null);
      case "cancel" -> known.in(Status.CANCELED, "cancel", null);
      default ->
          known.methods().contains(method)
              ? known.in(Status.AUTHORIZED, "authorize", method)
              : known.in(Status.FAILED, "authorize", null);
    };
  }

  private static ResponseEntity<byte[]> back(Transaction transaction) {
    var to =
        switch (transaction.status()) {
          case AUTHORIZED, SETTLED -> transaction.back().success();
          case CANCELED -> transaction.back().cancel();
          case FAILED, INITIALIZED -> transaction.back().error();
        };
    var separator = to.contains("?") ? "&" : "?";
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(to + separator + "datatransTrxId=" + transaction.id()))
        .build();
  }

  @GetMapping("/zahlung")
  ResponseEntity<byte[]> all() {
    return html.page(
        "payments.jte",
        Map.of(
            "transactions", transactions.newestFirst(),
            "faults", List.of(Fault.values()),
            "now", faults.now()));
  }

  @PostMapping("/zahlung/stoerung")
  ResponseEntity<byte[]> disturb(@RequestParam Fault fault) {
    faults.set(fault);
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/zahlung")).build();
  }

  /** For tests: what there is, as JSON. */
  @GetMapping("/zahlung/alle")
  List<ch.meinkonto.simulator.payment.Status> json(@RequestParam Optional<String> refno) {
    return transactions.newestFirst().stream()
        .filter(one -> refno.isEmpty() || refno.get().equals(one.refno()))
        .map(ch.meinkonto.simulator.payment.Status::of)
        .toList();
  }
}
