package ch.meinkonto.login;

import ch.meinkonto.account.EmailCodes.Another;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.TokenCookie;
import ch.meinkonto.account.Typed;
import ch.meinkonto.login.PasswordResets.Outcome;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A forgotten password: ask for a code, then enter it with the new password. */
@Controller
@RequestMapping(ForgottenPasswordPages.PATH)
class ForgottenPasswordPages {

  static final String PATH = "/passwort-vergessen";

  private static final TokenCookie TOKEN = new TokenCookie("mk-reset", PATH);
  private static final Limit PER_NETWORK = new Limit("reset-network", 20, Duration.ofHours(1));
  private static final Limit PER_ADDRESS = new Limit("reset-address", 5, Duration.ofHours(1));

  private final PasswordResets resets;
  private final PasswordTexts passwordTexts;
  private final Logins logins;
  private final RateLimits limits;
  private final Texts texts;

  ForgottenPasswordPages(
      PasswordResets resets,
      PasswordTexts passwordTexts,
      Logins logins,
      RateLimits limits,
      Texts texts) {
    this.resets = resets;
    this.passwordTexts = passwordTexts;
    this.logins = logins;
    this.limits = limits;
    this.texts = texts;
  }

  @GetMapping
  String ask(
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Model model) {
    return ask("", ReturnPath.of(wish), new FieldErrors(), model);
  }

  @PostMapping
  String send(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var typed = TypedAddress.of(email);
    var network = NetworkAddress.of(request).value();
    var errors = typed.errors(limits, PER_NETWORK, network, PER_ADDRESS);
    var address = typed.address();
    if (!errors.none() || address.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return ask(typed.line(), ReturnPath.of(wish), errors, model);
    }
    TOKEN.write(request, response, resets.begin(address.get(), locale, ReturnPath.of(wish)));
    return "redirect:" + PATH + "/code";
  }

  @GetMapping("/code")
  String code(HttpServletRequest request, Model model) {
    return code(TOKEN.read(request), new FieldErrors(), model);
  }

  @PostMapping("/code")
  String change(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var token = TOKEN.read(request);
    var errors = new FieldErrors().addIf(code.isBlank(), "code", "login.code.missing");
    passwordTexts.judge(password, List.of(), "password", errors);
    if (errors.none()) {
      switch (resets.change(token, code, password)) {
        case Outcome.Changed(var account, var returnPath) -> {
          TOKEN.clear(request, response);
          logins.afterProof(account, request, response);
          Flash.success(redirect, texts, "login.password.changed");
          return "redirect:" + returnPath.path();
        }
        case Outcome.Unfit(var fault) -> passwordTexts.note(fault, "password", errors);
        case Outcome.WrongCode() -> errors.add("code", "login.code.wrong");
        case Outcome.UsedUp() -> errors.add("code", "login.code.used-up");
        case Outcome.Gone() -> {
          return "login/forgotten-gone";
        }
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return code(token, errors, model);
  }

  @PostMapping("/code/neu")
  String another(
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var token = TOKEN.read(request);
    return switch (resets.another(token)) {
      case Another.Sent sent -> {
        Flash.success(redirect, texts, "login.code.sent-again");
        yield "redirect:" + PATH + "/code";
      }
      case Another.TooMany() -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield code(token, new FieldErrors().add("code", "login.code.too-many"), model);
      }
      case Another.Gone() -> "login/forgotten-gone";
    };
  }

  private static String ask(String email, ReturnPath next, FieldErrors errors, Model model) {
    model.addAttribute("email", Typed.tooLong(email) ? "" : email);
    model.addAttribute("errors", errors);
    model.addAttribute("action", next.carriedBy(PATH));
    model.addAttribute("loginUrl", next.carriedBy(LoginPage.PATH));
    return "login/forgotten";
  }

  private String code(String token, FieldErrors errors, Model model) {
    var waiting = resets.waiting(token);
    if (waiting.isEmpty()) {
      return "login/forgotten-gone";
    }
    model.addAttribute("email", waiting.get().email());
    model.addAttribute("errors", errors);
    return "login/forgotten-code";
  }
}
