package ch.meinkonto.login;

import ch.meinkonto.account.BrowserToken;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.RateLimits.Ticket;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** Logging in, by password or passkey. */
@Controller
@RequestMapping(LoginPage.PATH)
class LoginPage {

  static final String PATH = "/anmelden";

  /** How often a network may answer wrongly. */
  static final Limit ANSWERS = new Limit("login-passkey", 60, Duration.ofMinutes(10));

  private final Logins logins;
  private final PlacesInLine places;
  private final PasskeyAuthentication passkeys;
  private final RateLimits limits;
  private final FailedLogins failed;
  private final ExpectedAddress expected;
  private final ObjectProvider<OutsideWays> outside;

  LoginPage(
      Logins logins,
      PlacesInLine places,
      PasskeyAuthentication passkeys,
      RateLimits limits,
      FailedLogins failed,
      ExpectedAddress expected,
      ObjectProvider<OutsideWays> outside) {
    this.logins = logins;
    this.places = places;
    this.passkeys = passkeys;
    this.limits = limits;
    this.failed = failed;
    this.expected = expected;
    this.outside = outside;
  }

  @GetMapping
  String form(
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Optional<Visitor> visitor,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    return visitor.isPresent()
        ? "redirect:" + returnPath.path()
        : form(expected.at(returnPath), returnPath, new FieldErrors(), model);
  }

  @PostMapping
  String logIn(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      @RequestParam(name = PlacesInLine.PARAMETER, required = false) @Nullable String ticket,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    var typed = TypedAddress.of(email);
    var address = typed.address();
    var errors =
        typed.errors().addIf(password.isEmpty(), "password", "login.fault.password-missing");
    if (errors.none() && address.isPresent()) {
      var since = places.since(ticket, address.get());
      if (!places.awaitTurn(since)) {
        var again =
            places
                .again(returnPath.carriedBy(PATH), since, address.get())
                .orElseThrow(TooBusy::new);
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.TEMPORARY_REDIRECT);
        return "redirect:" + again;
      }
      try {
        logins.withPassword(address.get(), password, request, response);
        return "redirect:" + returnPath.path();
      } catch (WaitFirst e) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        errors.add(FieldErrors.FORM, "login.fault.wait", Waiting.minutes(e.pause()));
        return form(typed.line(), returnPath, errors, model);
      } catch (AuthenticationException e) {
        errors.add("password", "login.fault.wrong");
      } finally {
        places.endTurn();
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(typed.line(), returnPath, errors, model);
  }

  /** What the browser needs to ask for a passkey; the same for everybody. */
  @GetMapping("/passkey/optionen")
  @ResponseBody
  Map<String, Object> passkeyOptions(HttpServletRequest request) {
    return passkeys.loginOptions(BrowserToken.of(request));
  }

  @PostMapping("/passkey")
  String passkey(
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    var errors = new FieldErrors();
    var counted = List.of(new Ticket(ANSWERS, NetworkAddress.of(request).value()));
    if (limits.take(counted) instanceof Decision.Refused(var pause, _)) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      errors.add(FieldErrors.FORM, "login.fault.wait", Waiting.minutes(pause));
      return form("", returnPath, errors, model);
    }
    var owner = passkeys.login(answer, BrowserToken.of(request));
    if (owner.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      failed.note("passkey", "", NetworkAddress.of(request));
      errors.add(FieldErrors.FORM, "login.passkey.fault");
      return form("", returnPath, errors, model);
    }
    limits.giveBack(counted);
    logins.withPasskey(owner.get(), request, response);
    return "redirect:" + returnPath.path();
  }

  private String form(String email, ReturnPath returnPath, FieldErrors errors, Model model) {
    model.addAttribute("email", Typed.tooLong(email) ? "" : email);
    model.addAttribute("errors", errors);
    model.addAttribute("action", returnPath.carriedBy(PATH));
    model.addAttribute("accessAction", returnPath.carriedBy(AccessPages.PATH));
    model.addAttribute(
        "outside",
        outside.stream()
            .flatMap(ways -> ways.offered(LocaleContextHolder.getLocale()).stream())
            .map(way -> new OutsideWays.Way(way.name(), returnPath.carriedBy(way.address())))
            .toList());
    model.addAttribute("passkeyAction", returnPath.carriedBy(PATH + "/passkey"));
    model.addAttribute("registrationUrl", returnPath.carriedBy(RegistrationPages.PATH));
    model.addAttribute("forgottenUrl", returnPath.carriedBy(ForgottenPasswordPages.PATH));
    return "login/login";
  }
}
