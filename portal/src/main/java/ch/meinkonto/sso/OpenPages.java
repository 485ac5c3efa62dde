package ch.meinkonto.sso;

import ch.meinkonto.catalogue.Reach;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.ThisMachine;
import ch.meinkonto.platform.web.NotFound;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * From a service's page into the unit's application: it begins to sign in at once (OpenID Connect
 * Core, section 4), and the portal asks for whatever login the application wants.
 */
@Controller
class OpenPages {

  private final RegisteredApplications applications;
  private final PortalSettings settings;
  private final int demoPort;

  OpenPages(
      RegisteredApplications applications,
      PortalSettings settings,
      @Value("${meinkonto.demo-port}") int demoPort) {
    this.applications = applications;
    this.settings = settings;
    this.demoPort = demoPort;
  }

  @GetMapping(Reach.ByApplication.PATH + "/{id}")
  ModelAndView open(@PathVariable String id) {
    var begin =
        applications
            .find(id)
            .map(Application::initiateLogin)
            .filter(address -> settings.demo() || !ThisMachine.has(address))
            .orElseThrow(NotFound::new);
    return Leaving.redirect(withIssuer(begin));
  }

  private URI withIssuer(URI begin) {
    return UriComponentsBuilder.fromUri(ThisMachine.atPort(begin, demoPort))
        .queryParam("iss", Encoded.text(settings.baseUrl().toString()))
        .build(true)
        .toUri();
  }
}
