package ch.meinkonto.request;

import ch.meinkonto.platform.web.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Checking a receipt that somebody shows. */
@Controller
@RequestMapping(ReceiptPages.PATH + "/pruefen")
class ReceiptCheckPages {

  private final ReceiptChecks checks;

  ReceiptCheckPages(ReceiptChecks checks) {
    this.checks = checks;
  }

  @GetMapping
  String form() {
    return "request/check";
  }

  @PostMapping
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
}
