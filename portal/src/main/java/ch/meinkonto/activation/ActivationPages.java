package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Typing in the code of a letter, and waiting for what the unit says; from here one goes on where
 * one was. The code never comes back into a page.
 */
@Controller
@RequestMapping(ActivationPages.PATH + "/{service}")
class ActivationPages {

  static final String PATH = "/konto/freischaltung";
  static final String ORDER = "/brief";
  static final String BACK = "weiter";

  private static final int LONGEST = 64;

  private final Activations activations;
  private final ActivatedServices services;
  private final ActivationViews views;

  ActivationPages(Activations activations, ActivatedServices services, ActivationViews views) {
    this.activations = activations;
    this.services = services;
    this.views = views;
  }

  static String of(Service service) {
    return PATH + "/" + service.id();
  }

  @GetMapping
  String show(
      @PathVariable String service,
      @RequestParam(name = BACK, required = false) @Nullable String wish,
      Visitor visitor,
      Locale locale,
      Model model) {
    var places = Places.of(services.find(service), wish);
    if (ActivatedServices.tooWeak(places.service(), visitor)) {
      return "redirect:" + places.secondFactor();
    }
    return switch (standing(visitor, places.service())) {
      case Standing.Active _ -> "redirect:" + places.done();
      case Standing.Waiting waiting -> {
        model.addAttribute("view", views.waiting(places, locale));
        yield "activation/waiting";
      }
      case Standing.Refused refused -> form(places, visitor, views.errors(refused), locale, model);
      case Standing.Open _ -> form(places, visitor, new FieldErrors(), locale, model);
    };
  }

  @PostMapping
  String send(
      @PathVariable String service,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(name = BACK, required = false) @Nullable String wish,
      Visitor visitor,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    var places = Places.of(services.find(service), wish);
    if (ActivatedServices.tooWeak(places.service(), visitor)) {
      return "redirect:" + places.secondFactor();
    }
    var typed = Typed.line(code);
    var errors =
        new FieldErrors()
            .addIf(typed.isEmpty(), "code", "activation.code.missing")
            .addIf(
                typed.length() > LONGEST || Typed.unprintable(typed),
                "code",
                "activation.code.odd");
    if (errors.none()) {
      note(activations.send(Sender.of(visitor, locale), places.service(), typed), errors);
    }
    if (errors.none()) {
      return "redirect:" + places.here();
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(places, visitor, errors, locale, model);
  }

  /** What the waiting page asks again and again. */
  @GetMapping("/stand")
  @ResponseBody
  Map<String, String> state(@PathVariable String service, Visitor visitor) {
    var waits = standing(visitor, services.find(service)) instanceof Standing.Waiting;
    return Map.of("state", waits ? ActivationViews.WAITING : "answered");
  }

  /** Says why nothing was sent. */
  static void note(SendOutcome outcome, FieldErrors errors) {
    switch (outcome) {
      case SendOutcome.UnderWay() -> {}
      case SendOutcome.TooMany(var pause) -> tooMany(pause, errors);
      case SendOutcome.UnitCannotReceive() ->
          errors.add(FieldErrors.FORM, "activation.unit-cannot");
    }
  }

  private static void tooMany(Duration pause, FieldErrors errors) {
    if (pause.toDays() > 0) {
      errors.add(FieldErrors.FORM, "activation.too-often.days", pause.toDays() + 1);
    } else if (pause.toHours() > 0) {
      errors.add(FieldErrors.FORM, "activation.too-often.hours", pause.toHours() + 1);
    } else {
      errors.add(FieldErrors.FORM, "activation.too-often", Waiting.minutes(pause));
    }
  }

  private Standing standing(Visitor visitor, Service service) {
    return activations.standing(new AccountId(visitor.accountId()), service);
  }

  private String form(
      Places places, Visitor visitor, FieldErrors errors, Locale locale, Model model) {
    model.addAttribute("errors", errors);
    model.addAttribute("view", views.code(places, visitor, locale));
    return "activation/code";
  }
}
