package ch.meinkonto.login;

import ch.meinkonto.account.BrowserToken;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.OwnerCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Step-up (RFC 9470): who is logged in proves once more who they are, or more strongly, and goes on
 * where they were.
 */
@Controller
@RequestMapping(ConfirmPages.PATH)
class ConfirmPages {

  static final String PATH = "/anmelden/bestaetigen";
  static final String PASSKEY = "/passkey";
  static final String ACCESS = "/access";
  static final String APP = "/app";
  static final String RECOVERY = "/wiederherstellungscode";

  private final OwnerCheck owner;
  private final PasskeyAuthentication authentication;
  private final AccessAsking phones;
  private final CodeChecks codes;
  private final SecondFactors factors;
  private final Logins logins;

  ConfirmPages(
      OwnerCheck owner,
      PasskeyAuthentication authentication,
      AccessAsking phones,
      CodeChecks codes,
      SecondFactors factors,
      Logins logins) {
    this.owner = owner;
    this.authentication = authentication;
    this.phones = phones;
    this.codes = codes;
    this.factors = factors;
    this.logins = logins;
  }

  @GetMapping
  String form(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Model model) {
    return form(who, ReturnPath.of(wish), new FieldErrors(), model);
  }

  @PostMapping
  String password(
      LoggedIn who,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var errors =
        new FieldErrors().addIf(password.isEmpty(), "password", "login.fault.password-missing");
    if (errors.none()) {
      switch (owner.check(who.account(), password)) {
        case RIGHT -> {}
        case WRONG -> errors.add("password", "login.fault.current-wrong");
        case TOO_OFTEN -> errors.add("password", "login.fault.too-often");
      }
    }
    return goOn(new Step(who, Factor.PASSWORD, wish, errors), request, response, model);
  }

  /** What the browser needs to ask for one of the person's passkeys. */
  @GetMapping(PASSKEY + "/optionen")
  @ResponseBody
  Map<String, Object> passkeyOptions(LoggedIn who, HttpServletRequest request) {
    return authentication.confirmationOptions(who.account(), BrowserToken.of(request));
  }

  /** The passkey must be one of the person who is logged in. */
  @PostMapping(PASSKEY)
  String passkey(
      LoggedIn who,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var theirs = authentication.confirmation(who.account(), answer, BrowserToken.of(request));
    var errors = new FieldErrors().addIf(!theirs, FieldErrors.FORM, "login.confirm.passkey.fault");
    return goOn(new Step(who, Factor.PASSKEY, wish, errors), request, response, model);
  }

  /** Asks the person's phones; the browser waits beside. */
  @PostMapping(ACCESS)
  String access(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response) {
    var next = ReturnPath.of(wish);
    phones.askToConfirm(who, next, request, response);
    return "redirect:" + next.carriedBy(AccessPages.WAITING);
  }

  @PostMapping(APP)
  String app(
      LoggedIn who,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var errors = new FieldErrors();
    codes.app(who, code, errors);
    return goOn(new Step(who, Factor.AUTHENTICATOR, wish, errors), request, response, model);
  }

  @PostMapping(RECOVERY)
  String recovery(
      LoggedIn who,
      @RequestParam(defaultValue = "") String recovery,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var errors = new FieldErrors();
    codes.recovery(who, recovery, errors);
    return goOn(new Step(who, Factor.RECOVERY_CODE, wish, errors), request, response, model);
  }

  /** What somebody gave, and what is wrong with it. */
  private record Step(LoggedIn who, Factor factor, @Nullable String wish, FieldErrors errors) {}

  private String goOn(
      Step step, HttpServletRequest request, HttpServletResponse response, Model model) {
    var next = ReturnPath.of(step.wish());
    if (step.errors().none()) {
      logins.provedAgain(step.who(), step.factor(), request, response);
      return "redirect:" + next.path();
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(step.who(), next, step.errors(), model);
  }

  private String form(LoggedIn who, ReturnPath next, FieldErrors errors, Model model) {
    model.addAttribute("errors", errors);
    model.addAttribute("back", next.instead());
    model.addAttribute("view", ConfirmView.of(factors.of(who.account()), next));
    return "login/confirm";
  }
}
