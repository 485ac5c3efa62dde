package ch.meinkonto.form;

import ch.meinkonto.contract.PublishedId;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one chooses what one books: before one fills in anything, and again afterwards. */
@Controller
class DraftOfferPages {

  private final DraftOffers offers;
  private final Drafts drafts;
  private final DraftAccess access;
  private final Forms forms;
  private final FormLimits limits;

  DraftOfferPages(
      DraftOffers offers, Drafts drafts, DraftAccess access, Forms forms, FormLimits limits) {
    this.offers = offers;
    this.drafts = drafts;
    this.access = access;
    this.forms = forms;
    this.limits = limits;
  }

  /** Has places held and begins a draft for them; who has begun one is asked about that first. */
  @PostMapping(path = "/dienste/{service}/antrag", params = "angebot")
  String begin(
      @PathVariable String service,
      @RequestParam("angebot") String offer,
      @RequestParam(name = "plaetze", defaultValue = "1") int wanted,
      Optional<Visitor> visitor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var form = form(service);
    var booking = form.form().booking().orElseThrow(NotFound::new);
    checked(offer);
    switch (Missing.of(form.level(), form.audience(), visitor)) {
      case LOGIN -> {
        return "redirect:/anmelden?weiter=" + address(service, offer);
      }
      case PRIVATE_ACCOUNT, BUSINESS_ACCOUNT -> {
        return "redirect:/dienste/" + service; // says what is wrong with the account
      }
      case NOTHING, MANDATE, SECOND_FACTOR, ACTIVATION, ACTIVATION_OF_OTHER -> {}
    }
    var begun = DraftCookies.begun(request).filter(drafts::isOpen);
    if (begun.isPresent()) {
      return "redirect:/antrag/" + begun.get() + query(offer, wanted);
    }
    limits.take(FormLimits.DRAFTS, request);
    return switch (offers.begin(form, offer, within(wanted, booking), visitor)) {
      case DraftOffers.Outcome.Ready(var draft) -> {
        DraftCookies.give(draft, request, response);
        yield "redirect:" + draft.address() + "/" + form.form().steps().getFirst().id();
      }
      case DraftOffers.Outcome.Refused(var why) ->
          "redirect:" + address(service, offer) + "?nicht=" + why.code();
    };
  }

  /** Another offer for a draft, or the same one again. */
  @GetMapping("/antrag/{id}/angebot")
  String ask(
      @PathVariable UUID id,
      @RequestParam(name = "angebot", required = false) @Nullable String offer,
      @RequestParam(name = "plaetze", defaultValue = "1") int wanted,
      @RequestParam(name = "nicht", defaultValue = "") String why,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) -> {
          var place = offers.view(draft, locale);
          if (place == null) {
            return "redirect:" + draft.address();
          }
          var wish =
              offers
                  .named(draft.service(), offer == null ? place.offer() : checked(offer), locale)
                  .orElseThrow(NotFound::new);
          model.addAttribute("place", place);
          model.addAttribute("service", service.name());
          model.addAttribute("wish", wish);
          model.addAttribute("wanted", wanted);
          model.addAttribute("why", why.isEmpty() ? "" : known(why).code());
          return "form/offer";
        });
  }

  private static Places.Why known(String why) {
    return Places.Why.ofCode(why).orElseThrow(NotFound::new);
  }

  @PostMapping("/antrag/{id}/angebot")
  String change(
      @PathVariable UUID id,
      @RequestParam(name = "angebot", defaultValue = "") String offer,
      @RequestParam(name = "plaetze", defaultValue = "1") int wanted,
      Optional<Visitor> visitor,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) -> {
          var booking = service.form().booking().orElseThrow(NotFound::new);
          checked(offer);
          if (Missing.of(service.level(), service.audience(), visitor) == Missing.LOGIN) {
            return "redirect:/anmelden?weiter=" + draft.address() + "/angebot";
          }
          return switch (offers.change(draft, service, offer, within(wanted, booking), visitor)) {
            case DraftOffers.Outcome.Ready(var changed) -> "redirect:" + changed.address();
            case DraftOffers.Outcome.Refused(var why) ->
                "redirect:" + draft.address() + query(offer, wanted) + "&nicht=" + why.code();
          };
        });
  }

  private static String query(String offer, int wanted) {
    return "/angebot?angebot=" + offer + "&plaetze=" + wanted;
  }

  private static String address(String service, String offer) {
    return "/dienste/" + service + "/angebote/" + offer;
  }

  private static int within(int wanted, Booking booking) {
    return Math.clamp(wanted, 1, booking.most());
  }

  private static String checked(String offer) {
    if (!PublishedId.fits(offer)) {
      throw new NotFound();
    }
    return offer;
  }

  private ServiceForm form(String service) {
    return DraftStart.form(forms, service);
  }
}
