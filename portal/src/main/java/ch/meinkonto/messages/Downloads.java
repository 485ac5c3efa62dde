package ch.meinkonto.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Visitor;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Documents from units, and the receipt. What a unit says about a document is not believed: the
 * browser saves it and never shows it as a page of the portal.
 */
@RestController
class Downloads {

  /** Types that are passed on; any other becomes plain bytes. */
  private static final Set<String> PASSED_ON =
      Set.of("application/pdf", "image/jpeg", "image/png", "text/plain", "text/calendar");

  private final Threads threads;
  private final Letters messages;
  private final ReceiptPdf receiptPdf;

  Downloads(Threads threads, Letters messages, ReceiptPdf receiptPdf) {
    this.threads = threads;
    this.messages = messages;
    this.receiptPdf = receiptPdf;
  }

  @GetMapping("/mitteilungen/{id}/dokumente/{document}")
  ResponseEntity<byte[]> document(
      Visitor visitor, @PathVariable UUID id, @PathVariable UUID document) {
    var account = new AccountId(visitor.accountId());
    var thread = threads.find(account, new ThreadId(id)).orElseThrow(NotFound::new);
    var found = messages.document(account, thread.id(), document).orElseThrow(NotFound::new);
    return file(found.file().name(), type(found.file().mediaType()), found.content());
  }

  @GetMapping("/mitteilungen/{id}/quittung.pdf")
  ResponseEntity<byte[]> receipt(Visitor visitor, Locale locale, @PathVariable UUID id) {
    var account = new AccountId(visitor.accountId());
    var thread = threads.find(account, new ThreadId(id)).orElseThrow(NotFound::new);
    var receipt =
        messages
            .receipt(account, thread.id())
            .map(letter -> letter.body().receipt())
            .orElseThrow(NotFound::new);
    return file(
        "Quittung-" + thread.subject().reference() + ".pdf",
        MediaType.APPLICATION_PDF,
        receiptPdf.of(thread, receipt, locale));
  }

  @GetMapping("/mitteilungen/{id}/zustellung/{letter}/nachweis.pdf")
  ResponseEntity<byte[]> evidence(
      Visitor visitor, Locale locale, @PathVariable UUID id, @PathVariable UUID letter) {
    var account = new AccountId(visitor.accountId());
    var thread = threads.find(account, new ThreadId(id)).orElseThrow(NotFound::new);
    var evidence =
        messages
            .find(account, thread.id(), letter)
            .map(found -> found.body().formal())
            .map(Formality::evidence)
            .orElseThrow(NotFound::new);
    return file(
        "Zustellnachweis-" + thread.subject().reference() + ".pdf",
        MediaType.APPLICATION_PDF,
        receiptPdf.of(thread, evidence, locale));
  }

  private static MediaType type(String said) {
    return PASSED_ON.contains(said)
        ? MediaType.parseMediaType(said)
        : MediaType.APPLICATION_OCTET_STREAM;
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore().cachePrivate())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name, UTF_8).build().toString())
        .header(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }
}
