package ch.meinkonto.account;

import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** One's own data: to read, and as a file (Art. 28 FADP, Art. 20 GDPR). */
@Controller
@RequestMapping("/konto/export")
class ExportPages {

  private final Export export;
  private final Clock clock;

  ExportPages(Export export, Clock clock) {
    this.export = export;
    this.clock = clock;
  }

  @GetMapping
  String read(Visitor visitor, @ModelAttribute("page") Page page, Model model) {
    model.addAttribute("parts", export.readable(new AccountId(visitor.accountId()), page));
    model.addAttribute("at", page.formats().moment(clock.instant()));
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
