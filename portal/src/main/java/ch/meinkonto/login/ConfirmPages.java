package ch.meinkonto.login;

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

  private final OwnerCheck owner;
  private final Passkeys passkeys;
  private final PasskeyAuthentication authentication;
  private final Logins logins;

  ConfirmPages(
      OwnerCheck owner, Passkeys passkeys, PasskeyAuthentication authentication, Logins logins) {
    this.owner = owner;
    this.passkeys = passkeys;
    this.authentication = authentication;
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
        case RIGHT -> {
          return goOn(who, Factor.PASSWORD, wish, request, response);
        }
        case WRONG -> errors.add("password", "login.fault.current-wrong");
        case TOO_OFTEN -> errors.add("password", "login.fault.too-often");
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(who, ReturnPath.of(wish), errors, model);
  }

  /** What the browser needs to ask for one of the person's passkeys. */
  @GetMapping("/passkey/optionen")
  @ResponseBody
  Map<String, Object> passkeyOptions(LoggedIn who, HttpServletRequest request) {
    return authentication.confirmationOptions(who.account(), BrowserToken.of(request));
  }

  /** The passkey must be one of the person who is logged in. */
  @PostMapping("/passkey")
  String passkey(
      LoggedIn who,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (authentication.confirmation(who.account(), answer, BrowserToken.of(request))) {
      return goOn(who, Factor.PASSKEY, wish, request, response);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    var errors = new FieldErrors().add(FieldErrors.FORM, "login.confirm.passkey.fault");
    return form(who, ReturnPath.of(wish), errors, model);
  }

  private String goOn(
      LoggedIn who,
      Factor factor,
      @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response) {
    logins.provedAgain(who, factor, request, response);
    return "redirect:" + ReturnPath.of(wish).path();
  }

  private String form(LoggedIn who, ReturnPath returnPath, FieldErrors errors, Model model) {
    model.addAttribute("errors", errors);
    model.addAttribute("back", returnPath.instead());
    model.addAttribute("action", returnPath.carriedBy(PATH));
    model.addAttribute("passkeyAction", returnPath.carriedBy(PATH + "/passkey"));
    model.addAttribute("passkey", passkeys.any(who.account()));
    return "login/confirm";
  }
}
