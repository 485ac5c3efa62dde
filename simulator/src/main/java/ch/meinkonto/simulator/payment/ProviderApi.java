package ch.meinkonto.simulator.payment;

import ch.meinkonto.simulator.payment.Transaction.Back;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The part of Datatrans’ API, version 1, that redirect integrations need. */
@RestController
class ProviderApi {

  private static final String PATH = "/zahlung/v1/transactions";
  private static final int LONGEST_REFERENCE = 20;
  private static final int CREATED = 201;

  private final Merchant merchant;
  private final Transactions transactions;
  private final Faults faults;
  private final Map<String, ResponseEntity<?>> answered = new ConcurrentHashMap<>();

  ProviderApi(Merchant merchant, Transactions transactions, Faults faults) {
    this.merchant = merchant;
    this.transactions = transactions;
    this.faults = faults;
  }

  record Init(
      @Nullable String currency,
      @Nullable String refno,
      long amount,
      @Nullable List<String> paymentMethods,
      @Nullable Boolean autoSettle,
      @Nullable Redirect redirect,
      @Nullable Webhook webhook) {}

  record Redirect(String successUrl, String cancelUrl, String errorUrl) {}

  record Webhook(String url) {}

  record Money(long amount, @Nullable String currency, @Nullable String refno) {}

  @PostMapping(PATH)
  ResponseEntity<?> init(
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Init init) {
    return answer(authorization, key, () -> begun(init));
  }

  private ResponseEntity<?> begun(Init init) {
    var refno = init.refno();
    var redirect = init.redirect();
    if (refno == null || refno.isEmpty() || refno.length() > LONGEST_REFERENCE) {
      return refused("INVALID_PROPERTY", "init.initRequest.refno");
    }
    if (!"CHF".equals(init.currency()) || init.amount() <= 0 || redirect == null) {
      return refused("INVALID_PROPERTY", "init.initRequest");
    }
    if (!Boolean.FALSE.equals(init.autoSettle())) {
      return refused("INVALID_PROPERTY", "this merchant books by itself: autoSettle false");
    }
    var id =
        String.valueOf(
            ThreadLocalRandom.current().nextLong(100_000_000_000_000_000L, Long.MAX_VALUE));
    transactions.add(
        new Transaction(
            id,
            Instant.now(),
            refno,
            init.amount(),
            init.paymentMethods() == null ? List.of("VIS", "TWI") : init.paymentMethods(),
            new Back(redirect.successUrl(), redirect.cancelUrl(), redirect.errorUrl()),
            init.webhook() == null ? null : init.webhook().url(),
            Transaction.Status.INITIALIZED,
            null,
            0,
            List.of()));
    return ResponseEntity.status(CREATED).body(Map.of("transactionId", id));
  }

  @GetMapping(PATH + "/{id}")
  ResponseEntity<?> status(
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
      @PathVariable String id) {
    return answer(
        authorization,
        null,
        () ->
            transactions
                .find(id)
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(Status.of(found)))
                .orElseGet(() -> ResponseEntity.notFound().build()));
  }

  /** Books, frees or gives back what was reserved. */
  @PostMapping(PATH + "/{id}/{what:settle|cancel|credit}")
  ResponseEntity<?> change(
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable String id,
      @PathVariable String what,
      @RequestBody Money money) {
    return answer(authorization, key, () -> changed(id, what, money.amount()));
  }

  private ResponseEntity<?> changed(String id, String what, long amount) {
    var before = transactions.find(id);
    if (before.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    var after =
        transactions.change(
            id,
            known ->
                switch (what) {
                  case "settle" -> known.settled(amount);
                  case "cancel" -> known.canceled();
                  default -> known.credited(amount);
                });
    if (after.equals(before)) {
      return refused("INVALID_TRANSACTION_STATUS", "not in status " + before.get().status());
    }
    return what.equals("credit")
        ? ResponseEntity.ok(Map.of("transactionId", id))
        : ResponseEntity.noContent().build();
  }

  /** The same key gives the same answer, and does nothing more. */
  private ResponseEntity<?> answer(
      @Nullable String authorization, @Nullable String key, Supplier<ResponseEntity<?>> work) {
    if (!merchant.knows(authorization)) {
      return ResponseEntity.status(401).body(error("UNAUTHORIZED", "basic authentication"));
    }
    if (faults.now() == Fault.SILENT) {
      return ResponseEntity.status(503).build();
    }
    var answer = key == null ? work.get() : answered.computeIfAbsent(key, _ -> work.get());
    return key != null && faults.now() == Fault.FORGETFUL
        ? ResponseEntity.internalServerError().build()
        : answer;
  }

  private static ResponseEntity<?> refused(String code, String message) {
    return ResponseEntity.badRequest().body(error(code, message));
  }

  private static Map<String, Object> error(String code, String message) {
    return Map.of("error", Map.of("code", code, "message", message));
  }
}
