package ch.meinkonto.counter;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.login.CounterCodes;
import ch.meinkonto.login.CurrentLogin;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Refused;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What staff see: an address to type, the name that must be on the document, and a code. They find
 * nothing else about anybody, and every look is in the person's data log. For all others, there is
 * no such page.
 */
@Controller
@RequestMapping(CounterPages.PATH)
class CounterPages {

  static final String PATH = "/schalter";

  /** How many people one member of staff may look for. */
  static final Limit LOOKS = new Limit("counter-looks", 30, Duration.ofHours(1));

  private final CounterStaff staff;
  private final CurrentLogin login;
  private final CounterCodes codes;
  private final Accounts accounts;
  private final RateLimits limits;
  private final TrustLog trust;

  CounterPages(
      CounterStaff staff,
      CurrentLogin login,
      CounterCodes codes,
      Accounts accounts,
      RateLimits limits,
      TrustLog trust) {
    this.staff = staff;
    this.login = login;
    this.codes = codes;
    this.accounts = accounts;
    this.limits = limits;
    this.trust = trust;
  }

  @GetMapping
  String ask(Visitor visitor, HttpServletRequest request, Model model) {
    counter(visitor);
    return login.lately() ? ask("", new FieldErrors(), model) : toProof(request);
  }

  /** Shows the name that must be on the document. */
  @PostMapping
  String look(
      @RequestParam(defaultValue = "") String email,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return found(
        email,
        visitor,
        request,
        response,
        model,
        (person, counter) -> {
          trust.record(
              new TrustEntry(person.id().value(), "counter-looked", counter, "", "your-wish"));
          return check(person, new FieldErrors(), model);
        });
  }

  /** The document was checked: issues the code. */
  @PostMapping("/code")
  String issue(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "false") boolean checked,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return found(
        email,
        visitor,
        request,
        response,
        model,
        (person, counter) -> issue(person, counter, checked, response, model));
  }

  private String issue(
      Account person, String counter, boolean checked, HttpServletResponse response, Model model) {
    var errors = new FieldErrors();
    if (checked) {
      Waiting.check(
          limits.take(CounterCodes.CODES, person.id().toString()), errors, "counter.fault.codes");
    } else {
      errors.add("checked", "counter.fault.check");
    }
    if (!errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return check(person, errors, model);
    }
    model.addAttribute("name", name(person));
    model.addAttribute("email", person.email().value());
    model.addAttribute("code", codes.issue(person, counter));
    return "counter/code";
  }

  /** What is shown of the person with this address, and in the name of which counter. */
  private String found(
      String email,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      BiFunction<Account, String, String> show) {
    var counter = counter(visitor);
    if (!login.lately()) {
      return toProof(request);
    }
    var errors = new FieldErrors();
    var person = person(email, visitor, errors);
    if (person.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return ask(email, errors, model);
    }
    return show.apply(person.get(), counter);
  }

  private Optional<Account> person(String email, Visitor visitor, FieldErrors errors) {
    var address = EmailAddress.parse(email);
    if (address.isEmpty()) {
      errors.add("email", "counter.fault.email");
      return Optional.empty();
    }
    Waiting.check(
        limits.take(LOOKS, visitor.accountId().toString()), errors, "counter.fault.looks");
    if (!errors.none()) {
      return Optional.empty();
    }
    var person = accounts.byEmail(address.get()).flatMap(accounts::find);
    if (person.isEmpty()) {
      errors.add("email", "counter.fault.unknown");
    } else if (person.get().id().value().equals(visitor.accountId())) {
      errors.add("email", "counter.fault.own");
      return Optional.empty();
    }
    return person;
  }

  private String counter(Visitor visitor) {
    return staff.counterOf(new AccountId(visitor.accountId())).orElseThrow(NotFound::new);
  }

  private static String toProof(HttpServletRequest request) {
    Refused.PROOF.note(request);
    return "redirect:" + CurrentLogin.confirmAddress(PATH);
  }

  private static String ask(String email, FieldErrors errors, Model model) {
    model.addAttribute("email", Typed.tooLong(email) ? "" : email);
    model.addAttribute("errors", errors);
    return "counter/ask";
  }

  private static String check(Account person, FieldErrors errors, Model model) {
    model.addAttribute("name", name(person));
    model.addAttribute("email", person.email().value());
    model.addAttribute("errors", errors);
    return "counter/check";
  }

  private static String name(Account person) {
    return person.name().given() + " " + person.name().family();
  }
}
