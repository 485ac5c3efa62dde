package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.platform.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages of the city’s own words. */
@Controller
class InfoPages {

  private final Directory directory;

  InfoPages(Directory directory) {
    this.directory = directory;
  }

  @GetMapping("/hilfe")
  String help(Model model) {
    return show("hilfe", model);
  }

  @GetMapping("/datenschutz")
  String privacy(Model model) {
    return show("datenschutz", model);
  }

  @GetMapping("/barrierefreiheit")
  String accessibility(Model model) {
    return show("barrierefreiheit", model);
  }

  private String show(String id, Model model) {
    var city = directory.city();
    model.addAttribute("info", city.page(id).orElseThrow(NotFound::new));
    model.addAttribute("contact", city.contact());
    return "catalogue/info";
  }
}
