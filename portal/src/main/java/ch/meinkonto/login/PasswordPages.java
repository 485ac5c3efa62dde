package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.OwnerCheck;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing one's password. */
@Controller
@RequestMapping("/konto/passwort")
class PasswordPages {

  private final Accounts accounts;
  private final OwnerCheck owner;
  private final PasswordChanges changes;
  private final PasswordTexts passwordTexts;
  private final Texts texts;

  PasswordPages(
      Accounts accounts,
      OwnerCheck owner,
      PasswordChanges changes,
      PasswordTexts passwordTexts,
      Texts texts) {
    this.accounts = accounts;
    this.owner = owner;
    this.changes = changes;
    this.passwordTexts = passwordTexts;
    this.texts = texts;
  }

  @GetMapping
  String form(Model model) {
    model.addAttribute("errors", new FieldErrors());
    return "login/password";
  }

  @PostMapping
  String change(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var account = accounts.ofPage(new AccountId(visitor.accountId()));
    var errors =
        new FieldErrors().addIf(current.isEmpty(), "current", "login.fault.password-missing");
    passwordTexts.judge(password, changes.fault(account, password), "password", errors);
    if (errors.none()) {
      switch (owner.check(account.id(), current)) {
        case RIGHT -> {
          changes.change(account, changes.hash(password), request.getSession().getId());
          Flash.success(redirect, texts, "login.password.changed");
          return "redirect:/konto";
        }
        case WRONG -> errors.add("current", "login.fault.current-wrong");
        case TOO_OFTEN -> errors.add("current", "login.fault.too-often");
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("errors", errors);
    return "login/password";
  }
}
