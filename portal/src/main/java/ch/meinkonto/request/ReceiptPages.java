package ch.meinkonto.request;

import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.PublicPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Receipts for everybody: one's own without an account, and checking one that somebody shows. */
@Controller
class ReceiptPages implements PublicPaths {

  private final Requests requests;
  private final ReceiptTokens tokens;
  private final ReceiptChecks checks;
  private final RequestViews views;

  ReceiptPages(Requests requests, ReceiptTokens tokens, ReceiptChecks checks, RequestViews views) {
    this.requests = requests;
    this.tokens = tokens;
    this.checks = checks;
    this.views = views;
  }

  @Override
  public List<String> patterns() {
    return List.of("/quittung/**");
  }

  @GetMapping("/quittung/{token}")
  String sent(@PathVariable String token, @ModelAttribute Page page, Model model) {
    model.addAttribute("request", views.of(withoutAccount(token), page));
    model.addAttribute("loggedIn", false);
    return "request/sent";
  }

  @GetMapping("/quittung/{token}/quittung")
  ResponseEntity<byte[]> receipt(@PathVariable String token) {
    var request = withoutAccount(token);
    return ReceiptFile.of(request, requests.receipt(request.id()).orElseThrow(NotFound::new));
  }

  @GetMapping("/quittung/pruefen")
  String form() {
    return "request/check";
  }

  @PostMapping("/quittung/pruefen")
  String check(
      @RequestParam(name = "quittung", defaultValue = "") String pasted,
      @RequestParam(name = "datei", required = false) @Nullable MultipartFile file,
      @ModelAttribute Page page,
      Model model)
      throws IOException {
    var shown =
        file != null && !file.isEmpty()
            ? new String(
                file.getInputStream().readNBytes(ReceiptChecks.LONGEST + 1),
                StandardCharsets.ISO_8859_1)
            : pasted;
    model.addAttribute("result", checks.check(shown, page));
    return "request/check";
  }

  /** What was sent with a login is shown with a login only. */
  private RequestEnvelope withoutAccount(String token) {
    return tokens
        .request(token)
        .flatMap(requests::find)
        .filter(request -> !request.hasAccount() && request.subject() == null)
        .orElseThrow(NotFound::new);
  }
}
