package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.login.MobileNumber.Reading;
import ch.meinkonto.notification.TextMessages;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The mobile number to which codes go: setting it, replacing it, taking it away; {@link
 * FreshProofFirst} asks before.
 */
@Controller
@RequestMapping(SmsPages.PATH)
class SmsPages {

  static final String PATH = "/konto/sms";

  private final Accounts accounts;
  private final SmsNumbers numbers;
  private final SmsSending sending;
  private final SmsChanges changes;
  private final SecondFactors factors;
  private final TextMessages messages;
  private final OtherSessions otherSessions;
  private final Texts texts;

  SmsPages(
      Accounts accounts,
      SmsNumbers numbers,
      SmsSending sending,
      SmsChanges changes,
      SecondFactors factors,
      TextMessages messages,
      OtherSessions otherSessions,
      Texts texts) {
    this.accounts = accounts;
    this.numbers = numbers;
    this.sending = sending;
    this.changes = changes;
    this.factors = factors;
    this.messages = messages;
    this.otherSessions = otherSessions;
    this.texts = texts;
  }

  @GetMapping
  String show(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Locale locale,
      Model model) {
    var typed = numbers.any(who.account()) ? "" : contactNumber(accounts.ofPage(who.account()));
    return show(who, ReturnPath.of(wish), typed, new FieldErrors(), locale, model);
  }

  /** Sends a code to the number that was typed. */
  @PostMapping
  String send(
      LoggedIn who,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var next = ReturnPath.of(wish);
    var typed = Typed.line(number);
    var errors = new FieldErrors();
    var usable = usable(typed, locale, errors);
    if (usable.isPresent()) {
      var network = NetworkAddress.of(request);
      var place = SmsCodePages.place(who, request);
      var outcome = sending.send(accounts.ofPage(who.account()), place, usable.get(), network);
      if (SmsConfirmPages.note(outcome, "number", errors)) {
        return "redirect:" + next.carriedBy(SmsCodePages.PATH);
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(who, next, Typed.tooLong(typed) ? "" : typed, errors, locale, model);
  }

  @PostMapping("/entfernen")
  String remove(LoggedIn who, RedirectAttributes redirect) {
    changes.remove(accounts.ofPage(who.account()));
    Flash.success(redirect, texts, "login.sms.removed");
    otherSessions.offerToEnd(who, redirect);
    return "redirect:" + (messages.available() ? PATH : ReturnPath.DEFAULT.path());
  }

  private Optional<MobileNumber> usable(String typed, Locale locale, FieldErrors errors) {
    if (typed.isEmpty()) {
      errors.add("number", "login.sms.number.missing");
      return Optional.empty();
    }
    switch (MobileNumber.read(typed, messages.countries())) {
      case Reading.Usable(var number) -> {
        return Optional.of(number);
      }
      case Reading.NoNumber() -> errors.add("number", "login.sms.number.none");
      case Reading.NotMobile() -> errors.add("number", "login.sms.number.not-mobile");
      case Reading.ForeignCountry() ->
          errors.add("number", "login.sms.number.country", countries(locale));
    }
    return Optional.empty();
  }

  /** The phone number that is known already, when codes can go there. */
  private String contactNumber(Account account) {
    var phone = account.phone();
    return phone != null
            && MobileNumber.read(phone, messages.countries()) instanceof Reading.Usable(var number)
        ? number.readable()
        : "";
  }

  private String countries(Locale locale) {
    return messages.countries().stream()
        .map(country -> Locale.of("", country).getDisplayCountry(locale))
        .collect(Collectors.joining(", "));
  }

  private String show(
      LoggedIn who, ReturnPath next, String typed, FieldErrors errors, Locale locale, Model model) {
    var number = numbers.find(who.account());
    if (number.isEmpty() && !messages.available()) {
      throw new NotFound();
    }
    var own = factors.of(who.account());
    model.addAttribute("number", number.orElse(null));
    model.addAttribute("stronger", own.passkey() || own.app());
    model.addAttribute("available", messages.available());
    model.addAttribute("codes", own.recoveryCodes());
    model.addAttribute("countries", countries(locale));
    model.addAttribute("typed", typed);
    model.addAttribute("action", next.carriedBy(PATH));
    model.addAttribute("passkeysUrl", next.carriedBy(PasskeyPages.PATH));
    model.addAttribute("appUrl", next.carriedBy(AuthenticatorPages.PATH));
    model.addAttribute("back", next.path());
    model.addAttribute("errors", errors);
    return "login/sms";
  }
}
