package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Typing in the code of a mandate: first one reads for whom and for what it is, then accepts. */
@Controller
@RequestMapping(CodePages.PATH)
class CodePages {

  static final String PATH = MandatePages.PATH + "/code";

  private static final String CODE = "code";
  private static final int LONGEST = 40;

  private final Mandates mandates;
  private final MandateViews views;
  private final MandateLimits limits;
  private final Texts texts;

  CodePages(Mandates mandates, MandateViews views, MandateLimits limits, Texts texts) {
    this.mandates = mandates;
    this.views = views;
    this.limits = limits;
    this.texts = texts;
  }

  @GetMapping
  String ask(Model model) {
    model.addAttribute("errors", new FieldErrors());
    return "mandate/type";
  }

  @PostMapping
  String look(
      @RequestParam(name = CODE, defaultValue = "") String code,
      Visitor visitor,
      @ModelAttribute Page page,
      HttpServletResponse response,
      Model model) {
    var holder = new AccountId(visitor.accountId());
    var errors = new FieldErrors();
    var found = find(Typed.line(code), holder, errors);
    if (found.isEmpty()) {
      return again(errors, response, model);
    }
    model.addAttribute("mandate", views.of(found.get(), holder, page));
    model.addAttribute(CODE, Typed.line(code));
    return "mandate/accept";
  }

  @PostMapping("/annehmen")
  String accept(
      @RequestParam(name = CODE, defaultValue = "") String code,
      Visitor visitor,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var holder = new AccountId(visitor.accountId());
    var errors = new FieldErrors();
    if (find(Typed.line(code), holder, errors).isEmpty()
        || !mandates.accept(Typed.line(code), holder)) {
      return again(errors.addIf(errors.none(), CODE, "mandate.code.wrong"), response, model);
    }
    Flash.success(redirect, texts, "mandate.accepted");
    return "redirect:" + MandatePages.PATH;
  }

  private Optional<Mandate> find(String code, AccountId holder, FieldErrors errors) {
    if (code.isEmpty() || code.length() > LONGEST) {
      errors.add(CODE, code.isEmpty() ? "mandate.code.missing" : "mandate.code.wrong");
      return Optional.empty();
    }
    if (limits.take(holder) instanceof Decision.Refused(var pause, _)) {
      errors.add(FieldErrors.FORM, "mandate.code.too-often", Waiting.minutes(pause));
      return Optional.empty();
    }
    var found = mandates.ofCode(code);
    if (found.isEmpty()) {
      errors.add(CODE, "mandate.code.wrong");
      return found;
    }
    limits.giveBack(holder);
    errors.addIf(holder.equals(found.get().giver()), CODE, "mandate.code.own");
    return found.filter(_ -> errors.none());
  }

  private static String again(FieldErrors errors, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("errors", errors);
    return "mandate/type";
  }
}
