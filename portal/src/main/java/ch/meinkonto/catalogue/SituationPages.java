package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Slug;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class SituationPages {

  private final Catalogue catalogue;
  private final UnknownPage unknown;

  SituationPages(Catalogue catalogue, UnknownPage unknown) {
    this.catalogue = catalogue;
    this.unknown = unknown;
  }

  @GetMapping("/lebenslagen")
  String all(Model model) {
    model.addAttribute("offer", catalogue.offer());
    return "catalogue/situations";
  }

  @GetMapping("/lebenslagen/{id}")
  String one(@PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
    var offer = catalogue.offer();
    var found =
        Slug.fits(id) ? offer.situation(new LifeSituationId(id)) : Optional.<LifeSituation>empty();
    if (found.isEmpty()) {
      return unknown.show(id, locale, model, response);
    }
    model.addAttribute("situation", found.get());
    model.addAttribute("offer", offer);
    return "catalogue/situation";
  }
}
