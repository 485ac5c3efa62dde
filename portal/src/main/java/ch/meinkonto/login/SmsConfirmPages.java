package ch.meinkonto.login;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.BrowserToken;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.login.SmsCodes.Place;
import ch.meinkonto.login.SmsCodes.Purpose;
import ch.meinkonto.login.SmsSending.Outcome;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step-up by a code that is sent to one's phone. */
@Controller
@RequestMapping(SmsConfirmPages.PATH)
class SmsConfirmPages {

  static final String PATH = ConfirmPages.PATH + "/sms";

  private static final String CODE = "/code";

  private final Accounts accounts;
  private final SmsNumbers numbers;
  private final SmsCodes codes;
  private final SmsSending sending;
  private final CodeChecks checks;
  private final Logins logins;
  private final Texts texts;

  SmsConfirmPages(
      Accounts accounts,
      SmsNumbers numbers,
      SmsCodes codes,
      SmsSending sending,
      CodeChecks checks,
      Logins logins,
      Texts texts) {
    this.accounts = accounts;
    this.numbers = numbers;
    this.codes = codes;
    this.sending = sending;
    this.checks = checks;
    this.logins = logins;
    this.texts = texts;
  }

  @GetMapping
  String form(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      Model model) {
    return form(who, ReturnPath.of(wish), new FieldErrors(), request, model);
  }

  @PostMapping
  String send(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var next = ReturnPath.of(wish);
    var number = numbers.number(who.account());
    if (number.isEmpty()) {
      return "redirect:" + next.carriedBy(ConfirmPages.PATH);
    }
    var place = place(who, request);
    var again = codes.sentTo(place).isPresent();
    var network = NetworkAddress.of(request);
    var errors = new FieldErrors();
    if (note(
        sending.send(accounts.ofPage(who.account()), place, number.get(), network),
        FieldErrors.FORM,
        errors)) {
      if (again) {
        Flash.success(redirect, texts, "login.sms.sent-again");
      }
      return "redirect:" + next.carriedBy(PATH);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(who, next, errors, request, model);
  }

  @PostMapping(CODE)
  String confirm(
      LoggedIn who,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var next = ReturnPath.of(wish);
    var errors = new FieldErrors();
    checks.sms(who, place(who, request), code, errors);
    if (errors.none()) {
      logins.provedAgain(who, Factor.SMS, request, response);
      return "redirect:" + next.path();
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(who, next, errors, request, model);
  }

  /** Notes why no code was sent; true when one was. */
  static boolean note(Outcome outcome, String field, FieldErrors errors) {
    switch (outcome) {
      case Outcome.Sent() -> {}
      case Outcome.TooMany(var pause) ->
          errors.add(field, "login.sms.too-many", Waiting.minutes(pause));
      case Outcome.Impossible() -> errors.add(field, "login.sms.impossible");
    }
    return errors.none();
  }

  private String form(
      LoggedIn who, ReturnPath next, FieldErrors errors, HttpServletRequest request, Model model) {
    var number = numbers.find(who.account());
    if (number.isEmpty()) {
      return "redirect:" + next.carriedBy(ConfirmPages.PATH);
    }
    model.addAttribute("number", number.get().masked());
    model.addAttribute("sent", codes.sentTo(place(who, request)).isPresent());
    model.addAttribute("action", next.carriedBy(PATH + CODE));
    model.addAttribute("again", next.carriedBy(PATH));
    model.addAttribute("back", next.carriedBy(ConfirmPages.PATH));
    model.addAttribute("errors", errors);
    return "login/sms-confirm";
  }

  private static Place place(LoggedIn who, HttpServletRequest request) {
    return new Place(who.account(), Purpose.CONFIRM, BrowserToken.of(request));
  }
}
