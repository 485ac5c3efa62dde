package ch.meinkonto.payment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears that something came of an attempt. What came of it is asked, not read: so an old or
 * repeated notice does no harm.
 */
@RestController
class NoticeEndpoint {

  static final String PATH = "/zahlungen/meldung";

  private static final Logger log = LoggerFactory.getLogger(NoticeEndpoint.class);
  private static final int LONGEST = 64 * 1024;

  private final PaymentSettings settings;
  private final Attempts attempts;
  private final Cashier cashier;
  private final Clearing clearing;
  private final JsonMapper json;

  NoticeEndpoint(
      PaymentSettings settings,
      Attempts attempts,
      Cashier cashier,
      Clearing clearing,
      JsonMapper json) {
    this.settings = settings;
    this.attempts = attempts;
    this.cashier = cashier;
    this.clearing = clearing;
    this.json = json;
  }

  @PostMapping(PATH)
  ResponseEntity<Void> heard(
      @RequestHeader(name = "Datatrans-Signature", required = false) @Nullable String signature,
      InputStream in)
      throws IOException {
    var body = in.readNBytes(LONGEST + 1);
    if (!isSigned(signature, body)) {
      log.warn("Something that is not signed by the payment provider came to {}", PATH);
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    var attempt = attempt(body);
    if (attempt.isEmpty()) {
      log.warn("The payment provider tells of something that we did not begin");
      return ResponseEntity.noContent().build();
    }
    // A notice that could not be followed up comes again, and we ask by ourselves, too.
    return clearing.look(attempt.get())
        ? ResponseEntity.noContent().build()
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
  }

  /** Where nobody signs, nothing is heard. */
  private boolean isSigned(@Nullable String signature, byte[] body) {
    return settings.present()
        && !settings.signing().isBlank()
        && body.length <= LONGEST
        && new NoticeSignature(settings.signing()).isOf(signature, body);
  }

  /** The attempt that it is about; if we never heard what it is called there, we learn it here. */
  private Optional<Attempt> attempt(byte[] body) {
    try {
      var notice = json.readTree(body);
      var transaction = notice.path("transactionId").asString("");
      return attempts
          .byReference(notice.path("refno").asString(""))
          .flatMap(found -> {
            if (found.transaction() == null && transaction.matches("[A-Za-z0-9-]{1,64}")) {
              cashier.started(found, transaction);
            }
            return attempts.find(found.id());
          });
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
