package ch.meinkonto.account;

import ch.meinkonto.platform.web.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One's own data: to read, and as a file (Art. 28 FADP, Art. 20 GDPR). */
@Controller
@RequestMapping("/konto/export")
class ExportPages {

  private final Export export;

  ExportPages(Export export) {
    this.export = export;
  }

  @GetMapping
  String read(Visitor visitor, Locale locale, Model model) {
    model.addAttribute("sections", export.readable(new AccountId(visitor.accountId()), locale));
    return "account/export";
  }

  @GetMapping("/daten.json")
  ResponseEntity<byte[]> file(Visitor visitor, Locale locale) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("mein-konto.json", StandardCharsets.US_ASCII)
                .build()
                .toString())
        .body(export.file(new AccountId(visitor.accountId()), locale));
  }
}
