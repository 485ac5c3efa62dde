package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.EmailCodes.Another;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.TokenCookie;
import ch.meinkonto.account.Typed;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.login.Recoveries.Given;
import ch.meinkonto.login.Recoveries.Outcome;
import ch.meinkonto.login.RecoveryLetters.Order;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

/**
 * The phone is gone: which ways there are; the code by mail; then that, a recovery code and a new
 * password.
 */
@Controller
@RequestMapping(RecoveryPages.PATH)
class RecoveryPages {

  static final String PATH = "/konto-wiederherstellen";

  private static final TokenCookie TOKEN = new TokenCookie("mk-recovery", PATH);
  private static final String LETTER = "letter";
  private static final Limit PER_NETWORK = new Limit("recovery-network", 20, Duration.ofHours(1));
  private static final Limit PER_ADDRESS = new Limit("recovery-address", 5, Duration.ofHours(1));

  /** Each begins with a mailed code, so this only stops who reads the mailbox. */
  private static final Limit TRIES = new Limit("recovery-tries", 10, Duration.ofHours(1));

  private final Recoveries recoveries;
  private final RecoveryLetters letters;
  private final Accounts accounts;
  private final PasswordTexts passwordTexts;
  private final Logins logins;
  private final RateLimits limits;
  private final Texts texts;

  RecoveryPages(
      Recoveries recoveries,
      RecoveryLetters letters,
      Accounts accounts,
      PasswordTexts passwordTexts,
      Logins logins,
      RateLimits limits,
      Texts texts) {
    this.recoveries = recoveries;
    this.letters = letters;
    this.accounts = accounts;
    this.passwordTexts = passwordTexts;
    this.logins = logins;
    this.limits = limits;
    this.texts = texts;
  }

  @GetMapping
  String ask(Optional<Visitor> visitor, Model model) {
    var email =
        visitor
            .map(Visitor::accountId)
            .map(AccountId::new)
            .flatMap(accounts::find)
            .map(Account::email)
            .map(EmailAddress::value);
    return ask(email.orElse(""), new FieldErrors(), model);
  }

  @PostMapping
  String send(
      @RequestParam(defaultValue = "") String email,
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
      return ask(typed.line(), errors, model);
    }
    TOKEN.write(request, response, recoveries.begin(address.get(), locale));
    return "redirect:" + PATH + "/code";
  }

  @GetMapping("/code")
  String code(HttpServletRequest request, Model model) {
    return code(TOKEN.read(request), new FieldErrors(), model);
  }

  @PostMapping("/code")
  String recover(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String recovery,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var token = TOKEN.read(request);
    var errors =
        new FieldErrors()
            .addIf(code.isBlank(), "code", "login.code.missing")
            .addIf(recovery.isBlank(), "recovery", "login.recovery.code.missing");
    passwordTexts.judge(password, List.of(), "password", errors);
    if (errors.none() && recoveries.waiting(token).isPresent()) {
      Waiting.check(limits.take(TRIES, token), errors, "login.fault.wait");
    }
    if (errors.none()) {
      switch (recoveries.recover(token, new Given(code, recovery, password))) {
        case Outcome.Recovered(var account) -> {
          TOKEN.clear(request, response);
          logins.afterRecovery(account, request, response);
          Flash.success(redirect, texts, "login.recover.done");
          return "redirect:" + SecondFactorPage.PATH;
        }
        case Outcome.Unfit(var fault) -> passwordTexts.note(fault, "password", errors);
        case Outcome.WrongMailedCode() -> errors.add("code", "login.code.wrong");
        case Outcome.WrongKeptCode() -> errors.add("recovery", "login.recovery.code.wrong");
        case Outcome.UsedUp() -> errors.add("code", "login.code.used-up");
        case Outcome.Gone() -> {
          return "login/recover-gone";
        }
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return code(token, errors, model);
  }

  @PostMapping("/brief")
  String letter(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    if (!letters.available()) {
      return "redirect:" + PATH;
    }
    var token = TOKEN.read(request);
    var errors = new FieldErrors().addIf(code.isBlank(), LETTER, "login.code.missing");
    if (errors.none() && recoveries.waiting(token).isPresent()) {
      Waiting.check(limits.take(TRIES, token), errors, "login.fault.wait");
    }
    if (errors.none()) {
      switch (recoveries.order(token, code)) {
        case Order.Sent() -> {
          TOKEN.clear(request, response);
          Flash.success(redirect, texts, "login.recover.letter.sent");
          return "redirect:" + PATH;
        }
        case Order.NotNeeded() -> errors.add(LETTER, "login.recover.letter.not-needed");
        case Order.NoAddress() -> errors.add(LETTER, "login.recover.letter.no-address");
        case Order.Wait(var until) ->
            errors.add(LETTER, "login.recover.letter.wait", page.formats().date(until));
        case Order.TooMany() -> errors.add(LETTER, "login.recover.letter.too-many");
        case Order.WrongMailedCode() -> errors.add(LETTER, "login.code.wrong");
        case Order.UsedUp() -> errors.add(LETTER, "login.code.used-up");
        case Order.Gone() -> {
          return "login/recover-gone";
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
    return switch (recoveries.another(token)) {
      case Another.Sent sent -> {
        Flash.success(redirect, texts, "login.code.sent-again");
        yield "redirect:" + PATH + "/code";
      }
      case Another.TooMany() -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield code(token, new FieldErrors().add("code", "login.code.too-many"), model);
      }
      case Another.Gone() -> "login/recover-gone";
    };
  }

  private String ask(String email, FieldErrors errors, Model model) {
    model.addAttribute("letters", letters.available());
    model.addAttribute("email", Typed.tooLong(email) ? "" : email);
    model.addAttribute("errors", errors);
    return "login/recover";
  }

  private String code(String token, FieldErrors errors, Model model) {
    var waiting = recoveries.waiting(token);
    if (waiting.isEmpty()) {
      return "login/recover-gone";
    }
    model.addAttribute("letters", letters.available());
    model.addAttribute("email", waiting.get().email());
    model.addAttribute("errors", errors);
    return "login/recover-code";
  }
}
