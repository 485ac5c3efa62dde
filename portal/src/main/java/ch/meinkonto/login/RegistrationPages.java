package ch.meinkonto.login;

import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.EmailCodes.Another;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.TokenCookie;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.login.Registrations.Confirmation;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
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

/** Registering: one page for who one is, one for the code from the mailbox. */
@Controller
@RequestMapping(RegistrationPages.PATH)
class RegistrationPages {

  static final String PATH = "/registrieren";

  private static final TokenCookie TOKEN = new TokenCookie("mk-registration", PATH);
  private static final Limit PER_NETWORK =
      new Limit("registration-network", 60, Duration.ofHours(1));
  private static final Limit PER_ADDRESS =
      new Limit("registration-address", 5, Duration.ofHours(1));

  private final Registrations registrations;
  private final PasswordTexts passwordTexts;
  private final Logins logins;
  private final RateLimits limits;
  private final Texts texts;

  RegistrationPages(
      Registrations registrations,
      PasswordTexts passwordTexts,
      Logins logins,
      RateLimits limits,
      Texts texts) {
    this.registrations = registrations;
    this.passwordTexts = passwordTexts;
    this.logins = logins;
    this.limits = limits;
    this.texts = texts;
  }

  @GetMapping
  String form(
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Optional<Visitor> visitor,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    return visitor.isPresent()
        ? "redirect:" + returnPath.path()
        : form(
            new RegistrationForm(null, null, null, null, null),
            returnPath,
            new FieldErrors(),
            model);
  }

  @PostMapping
  String register(
      @ModelAttribute RegistrationForm form,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    var errors = form.check();
    passwordTexts.judge(password, form.personal(), "password", errors);
    var email = EmailAddress.parse(String.valueOf(form.email()));
    if (errors.none()) {
      limit(PER_NETWORK, NetworkAddress.of(request).value(), errors);
      email.ifPresent(address -> limit(PER_ADDRESS, address.value(), errors));
    }
    if (!errors.none() || email.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(form, returnPath, errors, model);
    }
    var token = registrations.begin(form, email.get(), password, locale, returnPath);
    TOKEN.write(request, response, token);
    return "redirect:" + PATH + "/code";
  }

  @GetMapping("/code")
  String code(HttpServletRequest request, Model model) {
    return code(TOKEN.read(request), new FieldErrors(), model);
  }

  @PostMapping("/code")
  String confirm(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String passkeys,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var token = TOKEN.read(request);
    return switch (registrations.confirm(token, code)) {
      case Confirmation.Opened(var account, var returnPath) -> {
        TOKEN.clear(request, response);
        logins.afterProof(account, request, response);
        Flash.success(redirect, texts, "login.registration.opened");
        yield "redirect:"
            + (passkeys.equals("true")
                ? returnPath.carriedBy(PasskeyOffer.PATH)
                : returnPath.path());
      }
      case Confirmation.AddressTaken(var returnPath) -> {
        TOKEN.clear(request, response);
        Flash.warning(redirect, texts, "login.registration.taken");
        yield "redirect:" + returnPath.carriedBy(LoginPage.PATH);
      }
      case Confirmation.WrongCode() -> wrong(token, "login.code.wrong", response, model);
      case Confirmation.UsedUp() -> wrong(token, "login.code.used-up", response, model);
      case Confirmation.Gone() -> code(token, new FieldErrors(), model);
    };
  }

  @PostMapping("/code/neu")
  String another(
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var token = TOKEN.read(request);
    return switch (registrations.another(token)) {
      case Another.Sent sent -> {
        Flash.success(redirect, texts, "login.code.sent-again");
        yield "redirect:" + PATH + "/code";
      }
      case Another.TooMany() -> wrong(token, "login.code.too-many", response, model);
      case Another.Gone() -> code(token, new FieldErrors(), model);
    };
  }

  private String wrong(String token, String text, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return code(token, new FieldErrors().add("code", text), model);
  }

  private String code(String token, FieldErrors errors, Model model) {
    var waiting = registrations.waiting(token);
    if (waiting.isEmpty()) {
      return "login/registration-gone";
    }
    model.addAttribute("email", waiting.get().email().value());
    model.addAttribute("errors", errors);
    return "login/registration-code";
  }

  private static String form(
      RegistrationForm form, ReturnPath returnPath, FieldErrors errors, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("action", returnPath.carriedBy(PATH));
    model.addAttribute("loginUrl", returnPath.carriedBy(LoginPage.PATH));
    return "login/registration";
  }

  private void limit(Limit limit, String key, FieldErrors errors) {
    Waiting.check(limits.take(limit, key), errors, "login.fault.wait");
  }
}
