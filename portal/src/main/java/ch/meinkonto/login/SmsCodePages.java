package ch.meinkonto.login;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.BrowserToken;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.login.SmsCodes.Place;
import ch.meinkonto.login.SmsCodes.Purpose;
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

/** The code that shows that somebody has the phone whose number they typed. */
@Controller
@RequestMapping(SmsCodePages.PATH)
class SmsCodePages {

  static final String PATH = SmsPages.PATH + "/code";

  private static final String AGAIN = "/neu";

  private final Accounts accounts;
  private final SmsCodes codes;
  private final SmsSending sending;
  private final SmsChanges changes;
  private final Logins logins;
  private final OtherSessions otherSessions;
  private final Texts texts;

  SmsCodePages(
      Accounts accounts,
      SmsCodes codes,
      SmsSending sending,
      SmsChanges changes,
      Logins logins,
      OtherSessions otherSessions,
      Texts texts) {
    this.accounts = accounts;
    this.codes = codes;
    this.sending = sending;
    this.changes = changes;
    this.logins = logins;
    this.otherSessions = otherSessions;
    this.texts = texts;
  }

  @GetMapping
  String code(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      Model model) {
    return code(place(who, request), ReturnPath.of(wish), new FieldErrors(), model);
  }

  @PostMapping
  String confirm(
      LoggedIn who,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var next = ReturnPath.of(wish);
    var place = place(who, request);
    var typed = CodeChecks.digits(code);
    var errors = new FieldErrors().addIf(typed.isEmpty(), "code", "login.sms.code.missing");
    if (errors.none()
        && CodeChecks.note(changes.confirm(accounts.ofPage(who.account()), place, typed), errors)) {
      logins.provedAgain(who, Factor.SMS, request, response);
      Flash.success(redirect, texts, "login.sms.added");
      otherSessions.offerToEnd(who, redirect);
      return "redirect:" + (next.equals(ReturnPath.DEFAULT) ? SmsPages.PATH : next.path());
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return code(place, next, errors, model);
  }

  /** Sends another code to the same number. */
  @PostMapping(AGAIN)
  String again(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var next = ReturnPath.of(wish);
    var place = place(who, request);
    var errors = new FieldErrors();
    var number = codes.sentTo(place);
    if (number.isPresent()) {
      var network = NetworkAddress.of(request);
      var outcome = sending.send(accounts.ofPage(who.account()), place, number.get(), network);
      if (!SmsConfirmPages.note(outcome, FieldErrors.FORM, errors)) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return code(place, next, errors, model);
      }
      Flash.success(redirect, texts, "login.sms.sent-again");
    }
    return "redirect:" + next.carriedBy(PATH);
  }

  private String code(Place place, ReturnPath next, FieldErrors errors, Model model) {
    var number = codes.sentTo(place);
    if (number.isEmpty()) {
      return "redirect:" + next.carriedBy(SmsPages.PATH);
    }
    model.addAttribute("number", number.get().readable());
    model.addAttribute("action", next.carriedBy(PATH));
    model.addAttribute("again", next.carriedBy(PATH + AGAIN));
    model.addAttribute("back", next.carriedBy(SmsPages.PATH));
    model.addAttribute("errors", errors);
    return "login/sms-code";
  }

  /** Where a code for a new number is good. */
  static Place place(LoggedIn who, HttpServletRequest request) {
    return new Place(who.account(), Purpose.SETUP, BrowserToken.of(request));
  }
}
