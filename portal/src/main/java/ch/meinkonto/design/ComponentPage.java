package ch.meinkonto.design;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.PublicPaths;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ComponentPage implements PublicPaths {

  private static final Set<String> PATTERNS =
      Set.of(
          "start",
          "dienst",
          "schritt",
          "pruefen",
          "bestaetigung",
          "mitteilungen",
          "thread",
          "anmelden");

  private final PortalSettings settings;

  ComponentPage(PortalSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> patterns() {
    return List.of("/gestaltung/**");
  }

  @GetMapping("/gestaltung")
  String components() {
    return inTheDemo("gestaltung/index");
  }

  /** A whole page, as its authors should compose it. */
  @GetMapping("/gestaltung/muster/{pattern}")
  String pattern(@PathVariable String pattern) {
    if (!PATTERNS.contains(pattern)) {
      throw new NotFound();
    }
    return inTheDemo("gestaltung/muster/" + pattern);
  }

  private String inTheDemo(String view) {
    if (!settings.demo()) {
      throw new NotFound();
    }
    return view;
  }
}
