package ch.meinkonto.login;

import ch.meinkonto.access.SignIns;
import ch.meinkonto.access.SignIns.State;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Logging in, or confirming, with the app Access: this browser shows a number and waits; the phone
 * answers. The way looks the same for an address that nobody has.
 */
@Controller
@RequestMapping(AccessPages.PATH)
class AccessPages {

  static final String PATH = LoginPage.PATH + "/access";
  static final String WAITING = PATH + "/warten";

  /** How often a network may ask somebody's phone. */
  static final Limit ASKING = new Limit("access-network", 30, Duration.ofMinutes(10));

  private final AccessAsking phones;
  private final SignIns signIns;
  private final Logins logins;
  private final RateLimits limits;
  private final ExpectedAddress expected;
  private final PortalSettings settings;
  private final Texts texts;

  AccessPages(
      AccessAsking phones,
      SignIns signIns,
      Logins logins,
      RateLimits limits,
      ExpectedAddress expected,
      PortalSettings settings,
      Texts texts) {
    this.phones = phones;
    this.signIns = signIns;
    this.logins = logins;
    this.limits = limits;
    this.expected = expected;
    this.settings = settings;
    this.texts = texts;
  }

  @GetMapping
  String form(
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    return LoggedIn.current().isPresent()
        ? "redirect:" + returnPath.path()
        : form(expected.at(returnPath), returnPath, new FieldErrors(), model);
  }

  @PostMapping
  String ask(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    var typed = TypedAddress.of(email);
    var errors = typed.errors();
    if (errors.none()) {
      var network = NetworkAddress.of(request).value();
      Waiting.check(limits.take(ASKING, network), errors, "login.fault.wait");
    }
    if (errors.none()) {
      typed
          .address()
          .ifPresent(address -> phones.askToLogIn(address, returnPath, request, response));
      return "redirect:" + returnPath.carriedBy(WAITING);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(typed.line(), returnPath, errors, model);
  }

  @GetMapping("/warten")
  String waiting(
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    var ticket = phones.of(request);
    var again = LoggedIn.current().isPresent() ? ConfirmPages.PATH : PATH;
    if (ticket.isEmpty()) {
      return "redirect:" + returnPath.carriedBy(again);
    }
    var state = signIns.state(ticket.get());
    model.addAttribute("state", state);
    model.addAttribute("number", signIns.number(ticket.get()));
    model.addAttribute("app", QrPicture.of(settings.baseUrl() + "/access"));
    model.addAttribute("finish", returnPath.carriedBy(PATH + "/weiter"));
    model.addAttribute("stop", returnPath.carriedBy(PATH + "/abbrechen"));
    model.addAttribute("again", returnPath.carriedBy(again));
    return "login/access-waiting";
  }

  @GetMapping("/stand")
  @ResponseBody
  Map<String, String> state(HttpServletRequest request) {
    return Map.of("state", phones.of(request).map(signIns::state).orElse(State.OVER).name());
  }

  /** The phone approved it: goes on, as the account whose phone it was. */
  @PostMapping("/weiter")
  String finish(
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var returnPath = ReturnPath.of(wish);
    var who = LoggedIn.current();
    var account = phones.take(who.isPresent(), request, response);
    if (account.isEmpty()
        || who.filter(loggedIn -> !loggedIn.account().equals(account.get())).isPresent()) {
      Flash.warning(redirect, texts, "login.access.over");
      return "redirect:" + returnPath.carriedBy(who.isPresent() ? ConfirmPages.PATH : PATH);
    }
    who.ifPresentOrElse(
        loggedIn -> logins.provedAgain(loggedIn, Factor.ACCESS, request, response),
        () -> logins.withAccess(account.get(), request, response));
    return "redirect:" + returnPath.path();
  }

  @PostMapping("/abbrechen")
  String stop(
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response) {
    phones.giveUp(request, response);
    return "redirect:"
        + ReturnPath.of(wish)
            .carriedBy(LoggedIn.current().isPresent() ? ConfirmPages.PATH : LoginPage.PATH);
  }

  private static String form(String email, ReturnPath returnPath, FieldErrors errors, Model model) {
    model.addAttribute("email", Typed.tooLong(email) ? "" : email);
    model.addAttribute("errors", errors);
    model.addAttribute("action", returnPath.carriedBy(PATH));
    model.addAttribute("back", returnPath.carriedBy(LoginPage.PATH));
    return "login/access";
  }
}
