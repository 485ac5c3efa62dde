package ch.meinkonto.login;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One's authenticator app: setting it up and taking it away; {@link FreshProofFirst} asks before.
 */
@Controller
@RequestMapping(AuthenticatorPages.PATH)
class AuthenticatorPages {

  static final String PATH = "/konto/authenticator";

  private static final String NEW = "/neu";

  private final Accounts accounts;
  private final Authenticators authenticators;
  private final AuthenticatorChanges changes;
  private final SecondFactors factors;
  private final Logins logins;
  private final OtherSessions otherSessions;
  private final Texts texts;

  AuthenticatorPages(
      Accounts accounts,
      Authenticators authenticators,
      AuthenticatorChanges changes,
      SecondFactors factors,
      Logins logins,
      OtherSessions otherSessions,
      Texts texts) {
    this.accounts = accounts;
    this.authenticators = authenticators;
    this.changes = changes;
    this.factors = factors;
    this.logins = logins;
    this.otherSessions = otherSessions;
    this.texts = texts;
  }

  @GetMapping
  String show(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Model model) {
    var next = ReturnPath.of(wish);
    model.addAttribute("begin", next.carriedBy(PATH + NEW));
    model.addAttribute("back", next.path());
    model.addAttribute("codes", factors.of(who.account()).recoveryCodes());
    model.addAttribute("authenticator", authenticators.find(who.account()).orElse(null));
    return "login/authenticator";
  }

  @PostMapping(NEW)
  String begin(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish) {
    authenticators.begin(who.account());
    return "redirect:" + ReturnPath.of(wish).carriedBy(PATH + NEW);
  }

  @GetMapping(NEW)
  String connect(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      @ModelAttribute("page") Page page,
      Model model) {
    return connect(who, ReturnPath.of(wish), new FieldErrors(), page, model);
  }

  @PostMapping(NEW + "/code")
  String confirm(
      LoggedIn who,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var next = ReturnPath.of(wish);
    var typed = CodeChecks.digits(code);
    var errors = new FieldErrors().addIf(typed.isEmpty(), "code", "login.app.code.missing");
    if (errors.none()
        && CodeChecks.note(changes.confirm(accounts.ofPage(who.account()), typed), errors)) {
      logins.provedAgain(who, Factor.AUTHENTICATOR, request, response);
      Flash.success(redirect, texts, "login.app.added");
      otherSessions.offerToEnd(who, redirect);
      return "redirect:" + (next.equals(ReturnPath.DEFAULT) ? PATH : next.path());
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return connect(who, next, errors, page, model);
  }

  @PostMapping("/entfernen")
  String remove(LoggedIn who, RedirectAttributes redirect) {
    changes.remove(accounts.ofPage(who.account()));
    Flash.success(redirect, texts, "login.app.removed");
    otherSessions.offerToEnd(who, redirect);
    return "redirect:" + PATH;
  }

  private String connect(
      LoggedIn who, ReturnPath next, FieldErrors errors, Page page, Model model) {
    var secret = authenticators.begun(who.account());
    if (secret.isEmpty()) {
      return "redirect:" + next.carriedBy(PATH);
    }
    model.addAttribute("action", next.carriedBy(PATH + NEW + "/code"));
    model.addAttribute("back", next.carriedBy(PATH));
    var issuer = page.text("frame.name") + " " + page.cityName();
    model.addAttribute(
        "address",
        AuthenticatorAddress.of(
            secret.get(), issuer, accounts.ofPage(who.account()).email().value()));
    model.addAttribute("errors", errors);
    return "login/authenticator-new";
  }
}
