package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.directory.UnitId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class UnitPages {

  private final Catalogue catalogue;
  private final Directory directory;
  private final UnknownPage unknown;

  UnitPages(Catalogue catalogue, Directory directory, UnknownPage unknown) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.unknown = unknown;
  }

  @GetMapping("/aemter")
  String all(Model model) {
    model.addAttribute("organisation", directory.organisation());
    return "catalogue/units";
  }

  @GetMapping("/aemter/{id}")
  String one(@PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
    var organisation = directory.organisation();
    var found = Slug.fits(id) ? organisation.unit(new UnitId(id)) : Optional.<Unit>empty();
    if (found.isEmpty()) {
      return unknown.show(id, locale, model, response);
    }
    model.addAttribute("unit", found.get());
    model.addAttribute("organisation", organisation);
    model.addAttribute("services", catalogue.of(found.get().id(), locale));
    return "catalogue/unit";
  }
}
