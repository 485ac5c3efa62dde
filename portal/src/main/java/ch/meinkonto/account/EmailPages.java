package ch.meinkonto.account;

import ch.meinkonto.account.EmailChanges.Outcome;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing one's e-mail address: the password and the new address, then the code from there. */
@Controller
@RequestMapping(EmailPages.PATH)
class EmailPages {

  static final String PATH = "/konto/email";

  private static final TokenCookie TOKEN = new TokenCookie("mk-email", PATH);
  private static final Limit PER_ACCOUNT = new Limit("email-change", 5, Duration.ofHours(1));

  private final Accounts accounts;
  private final EmailChanges changes;
  private final OwnerCheck owner;
  private final RateLimits limits;
  private final Texts texts;

  EmailPages(
      Accounts accounts, EmailChanges changes, OwnerCheck owner, RateLimits limits, Texts texts) {
    this.accounts = accounts;
    this.changes = changes;
    this.owner = owner;
    this.limits = limits;
    this.texts = texts;
  }

  @GetMapping
  String form(Visitor visitor, Model model) {
    return form(account(visitor), "", new FieldErrors(), model);
  }

  @PostMapping
  String send(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var account = account(visitor);
    var typed = Typed.line(email);
    var address = EmailAddress.parse(typed);
    var errors =
        new FieldErrors()
            .addIf(typed.isEmpty(), "email", "account.fault.email-missing")
            .addIf(address.isEmpty(), "email", "account.fault.email-shape")
            .addIf(
                address.filter(account.email()::equals).isPresent(),
                "email",
                "account.fault.email-same")
            .addIf(password.isEmpty(), "password", "account.fault.password-missing");
    if (errors.none()) {
      switch (owner.check(account.id(), password)) {
        case RIGHT -> limit(account.id(), errors);
        case WRONG -> errors.add("password", "account.fault.password-wrong");
        case TOO_OFTEN -> errors.add("password", "account.fault.too-often");
      }
    }
    if (!errors.none() || address.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(account, Typed.tooLong(typed) ? "" : typed, errors, model);
    }
    TOKEN.write(request, response, changes.begin(account, address.get()));
    return "redirect:" + PATH + "/code";
  }

  @GetMapping("/code")
  String code(Visitor visitor, HttpServletRequest request, Model model) {
    return code(visitor, TOKEN.read(request), new FieldErrors(), model);
  }

  @PostMapping("/code")
  String confirm(
      @RequestParam(defaultValue = "") String code,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var token = TOKEN.read(request);
    return switch (changes.confirm(new AccountId(visitor.accountId()), token, code)) {
      case Outcome.Changed() -> {
        TOKEN.clear(request, response);
        Flash.success(redirect, texts, "account.email.changed");
        yield "redirect:/konto";
      }
      case Outcome.WrongCode() -> wrong(visitor, token, "account.code.wrong", response, model);
      case Outcome.UsedUp() -> wrong(visitor, token, "account.code.used-up", response, model);
      case Outcome.Gone() -> {
        TOKEN.clear(request, response);
        Flash.warning(redirect, texts, "account.code.gone");
        yield "redirect:" + PATH;
      }
    };
  }

  private String wrong(
      Visitor visitor, String token, String text, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return code(visitor, token, new FieldErrors().add("code", text), model);
  }

  private String code(Visitor visitor, String token, FieldErrors errors, Model model) {
    var waiting = changes.waiting(new AccountId(visitor.accountId()), token);
    if (waiting.isEmpty()) {
      return "redirect:" + PATH;
    }
    model.addAttribute("email", waiting.get().value());
    model.addAttribute("errors", errors);
    return "account/email-code";
  }

  private void limit(AccountId account, FieldErrors errors) {
    Waiting.check(limits.take(PER_ACCOUNT, account.toString()), errors, "account.fault.wait");
  }

  private Account account(Visitor visitor) {
    return accounts.ofPage(new AccountId(visitor.accountId()));
  }

  private static String form(Account account, String email, FieldErrors errors, Model model) {
    model.addAttribute("current", account.email().value());
    model.addAttribute("email", email);
    model.addAttribute("errors", errors);
    return "account/email";
  }
}
