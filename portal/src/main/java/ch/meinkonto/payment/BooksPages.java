package ch.meinkonto.payment;

import ch.meinkonto.operations.DeskSection;
import ch.meinkonto.operations.FreshProof;
import ch.meinkonto.operations.Role;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Csv;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Staff see whether what was paid is what provider and bank say, and do what is left to do. */
@Controller
@RequestMapping(BooksPages.PATH)
class BooksPages {

  static final String PATH = "/betrieb/zahlungen";

  private final Books books;
  private final BooksViews views;
  private final BankImport bank;
  private final Comparison comparison;
  private final Settling settling;
  private final Texts texts;

  BooksPages(
      Books books,
      BooksViews views,
      BankImport bank,
      Comparison comparison,
      Settling settling,
      Texts texts) {
    this.books = books;
    this.views = views;
    this.bank = bank;
    this.comparison = comparison;
    this.settling = settling;
    this.texts = texts;
  }

  @Bean
  static DeskSection booksSection() {
    return new DeskSection(PATH, "payment.books", 37, Set.of(Role.OPERATOR, Role.AUDITOR));
  }

  @GetMapping
  String all(
      @RequestParam(defaultValue = "") String von,
      @RequestParam(defaultValue = "") String bis,
      StaffMember who,
      @ModelAttribute("page") Page page,
      Model model) {
    mustSee(who);
    var period = views.period(von, bis);
    model.addAttribute("period", period);
    model.addAttribute("rows", views.rows(books.rows(period.from(), period.until()), page));
    model.addAttribute("differences", views.differences(books.differences(), page));
    return "payment/books";
  }

  @GetMapping("/zahlungen.csv")
  ResponseEntity<String> csv(
      @RequestParam(defaultValue = "") String von,
      @RequestParam(defaultValue = "") String bis,
      StaffMember who,
      @ModelAttribute("page") Page page) {
    mustSee(who);
    var period = views.period(von, bis);
    var csv = views.csv(books.rows(period.from(), period.until()), page);
    return Csv.file("zahlungen-" + period.from() + "-" + period.until())
        .cacheControl(CacheControl.noStore())
        .body(csv.toString());
  }

  @PostMapping("/vergleichen")
  String compare(StaffMember who, RedirectAttributes redirect) {
    mustOperate(who);
    if (comparison.run(Duration.ZERO)) {
      Flash.success(redirect, texts, "payment.books.compared");
    } else {
      Flash.warning(redirect, texts, "payment.books.not-compared");
    }
    return "redirect:" + PATH;
  }

  @FreshProof
  @GetMapping("/bank")
  String ask(StaffMember who) {
    mustOperate(who);
    return "payment/bank";
  }

  @PostMapping("/bank")
  String read(
      @RequestParam(name = "datei", required = false) @Nullable MultipartFile file,
      StaffMember who,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model)
      throws IOException {
    mustOperate(who);
    var content = file == null ? new byte[0] : file.getBytes();
    switch (bank.read(who, content)) {
      case BankImport.Outcome.Unreadable() -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("error", content.length == 0 ? "missing" : "unreadable");
        return "payment/bank";
      }
      case BankImport.Outcome.ReadBefore(var at) ->
          Flash.warning(
              redirect,
              texts,
              "payment.bank.read-before",
              new Formats(LocaleContextHolder.getLocale()).moment(at));
      case BankImport.Outcome.Read read ->
          Flash.success(
              redirect,
              texts,
              "payment.bank.read",
              read.that(true),
              read.found().getOrDefault(Finding.LATE, 0),
              read.that(false),
              read.known());
    }
    return "redirect:" + PATH;
  }

  @PostMapping("/{id}/erledigt")
  String settle(@PathVariable UUID id, StaffMember who, RedirectAttributes redirect) {
    mustOperate(who);
    if (!settling.settle(who, id)) {
      throw new NotFound();
    }
    Flash.success(redirect, texts, "payment.books.settled");
    return "redirect:" + PATH;
  }

  private static void mustSee(StaffMember who) {
    if (!who.seesAll()) {
      throw new NotFound();
    }
  }

  private static void mustOperate(StaffMember who) {
    if (!who.operates()) {
      throw new NotFound();
    }
  }
}
