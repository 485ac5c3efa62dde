package ch.meinkonto.design;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.PublicPaths;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ComponentPage implements PublicPaths {

  private final PortalSettings settings;

  ComponentPage(PortalSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> patterns() {
    return List.of("/gestaltung");
  }

  @GetMapping("/gestaltung")
  String show() {
    if (!settings.demo()) {
      throw new NotFound();
    }
    return "gestaltung/index";
  }
}
