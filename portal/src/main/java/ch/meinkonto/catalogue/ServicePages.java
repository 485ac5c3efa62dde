package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Slug;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

@Controller
class ServicePages {

  private static final int MOST_RELATED = 4;

  private final Catalogue catalogue;
  private final Directory directory;
  private final Disturbances disturbances;
  private final UnknownPage unknown;

  ServicePages(
      Catalogue catalogue, Directory directory, Disturbances disturbances, UnknownPage unknown) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.disturbances = disturbances;
    this.unknown = unknown;
  }

  @GetMapping("/dienste")
  String all(Locale locale, Model model) {
    model.addAttribute("letters", Letter.of(catalogue.all(locale), locale));
    model.addAttribute("organisation", directory.organisation());
    return "catalogue/services";
  }

  @GetMapping("/dienste/{id}")
  String one(
      @PathVariable String id,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!Slug.fits(id)) {
      return unknown.show(id, locale, model, response);
    }
    var offer = catalogue.offer();
    var service = offer.find(new ServiceId(id)).orElse(null);
    if (service == null) {
      return offer
          .renamed(new ServiceId(id))
          .map(renamed -> movedTo(renamed, request))
          .orElseGet(() -> unknown.show(id, locale, model, response));
    }
    model.addAttribute("service", service);
    model.addAttribute("unit", directory.unit(service.unit()).orElseThrow());
    model.addAttribute("situation", offer.situation(service.situations().getFirst()).orElseThrow());
    model.addAttribute("related", related(service, offer));
    model.addAttribute("disturbances", disturbances.of(service.id(), locale));
    return "catalogue/service";
  }

  private static String movedTo(Service service, HttpServletRequest request) {
    request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.MOVED_PERMANENTLY);
    return "redirect:" + service.path();
  }

  private static List<Service> related(Service service, Offer offer) {
    var near = service.situations().stream().flatMap(id -> offer.in(id).stream());
    var sameUnit = offer.services().stream().filter(other -> other.unit().equals(service.unit()));
    return Stream.concat(sameUnit, near)
        .filter(other -> !other.id().equals(service.id()))
        .distinct()
        .limit(MOST_RELATED)
        .toList();
  }
}
