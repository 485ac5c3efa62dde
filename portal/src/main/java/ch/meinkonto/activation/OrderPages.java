package ch.meinkonto.activation;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.catalogue.Activation;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking the unit for a letter with a code. */
@Controller
@RequestMapping(ActivationPages.PATH + "/{service}" + ActivationPages.ORDER)
class OrderPages {

  private static final String FIELD = "angabe-";

  private final Activations activations;
  private final ActivatedServices services;
  private final ActivationViews views;

  OrderPages(Activations activations, ActivatedServices services, ActivationViews views) {
    this.activations = activations;
    this.services = services;
    this.views = views;
  }

  @GetMapping
  String form(
      @PathVariable String service,
      @RequestParam(name = ActivationPages.BACK, required = false) @Nullable String wish,
      Visitor visitor,
      Locale locale,
      Model model) {
    var places = Places.of(services.find(service), wish);
    return ActivatedServices.tooWeak(places.service(), visitor)
        ? "redirect:" + places.secondFactor()
        : form(places, Map.of(), new FieldErrors(), locale, model);
  }

  @PostMapping
  String order(
      @PathVariable String service,
      @RequestParam Map<String, String> form,
      Visitor visitor,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    var places = Places.of(services.find(service), form.get(ActivationPages.BACK));
    if (ActivatedServices.tooWeak(places.service(), visitor)) {
      return "redirect:" + places.secondFactor();
    }
    var errors = new FieldErrors();
    var details = details(order(places), form, locale, errors);
    if (errors.none()) {
      var outcome = activations.order(Sender.of(visitor, locale), places.service(), details);
      ActivationPages.note(outcome, errors);
    }
    if (errors.none()) {
      return "redirect:" + places.here();
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(places, details, errors, locale, model);
  }

  private static Map<String, String> details(
      Activation.Order order, Map<String, String> form, Locale locale, FieldErrors errors) {
    var details = new LinkedHashMap<String, String>();
    for (var asked : order.asks()) {
      var typed = Typed.line(form.get(FIELD + asked.id()));
      var name = asked.name().in(locale);
      errors
          .addIf(typed.isEmpty(), FIELD + asked.id(), "activation.order.missing", name)
          .addIf(
              Typed.tooLong(typed) || Typed.unprintable(typed),
              FIELD + asked.id(),
              "activation.order.odd",
              name)
          .addIf(!asked.fits(typed), FIELD + asked.id(), "activation.order.digits", asked.digits());
      details.put(asked.id(), typed);
    }
    return details;
  }

  private String form(
      Places places, Map<String, String> details, FieldErrors errors, Locale locale, Model model) {
    var order = order(places);
    model.addAttribute("errors", errors);
    model.addAttribute("view", views.waiting(places, locale));
    model.addAttribute("action", places.order());
    model.addAttribute("back", places.here());
    model.addAttribute("arrives", order.arrives().in(locale));
    model.addAttribute("fields", fields(order, details, locale));
    return "activation/order";
  }

  private static List<OrderField> fields(
      Activation.Order order, Map<String, String> details, Locale locale) {
    return order.asks().stream()
        .map(asked -> {
          var hint = asked.hint();
          var typed = details.getOrDefault(asked.id(), "");
          return new OrderField(
              FIELD + asked.id(),
              asked.name().in(locale),
              hint == null ? null : hint.in(locale),
              asked.digits() > 0,
              Typed.tooLong(typed) ? "" : typed);
        })
        .toList();
  }

  private static Activation.Order order(Places places) {
    return Optional.ofNullable(ActivationViews.asked(places).order()).orElseThrow(NotFound::new);
  }
}
