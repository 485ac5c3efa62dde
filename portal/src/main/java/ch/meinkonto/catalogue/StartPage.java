package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Directory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class StartPage {

  private final Catalogue catalogue;
  private final Directory directory;

  StartPage(Catalogue catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  @GetMapping("/")
  String start(Model model) {
    model.addAttribute("start", directory.city().start());
    model.addAttribute("offer", catalogue.offer());
    return "catalogue/start";
  }
}
