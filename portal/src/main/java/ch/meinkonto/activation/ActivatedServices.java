package ch.meinkonto.activation;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Level;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Visitor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The services that ask for an activation. */
@Component
class ActivatedServices {

  private final Catalogue catalogue;

  ActivatedServices(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The service of that id.
   *
   * @throws NotFound when there is none, or it asks for no activation
   */
  Service find(String id) {
    return Optional.of(id)
        .filter(Slug::fits)
        .map(ServiceId::new)
        .flatMap(catalogue::find)
        .filter(service -> service.activation() != null)
        .orElseThrow(NotFound::new);
  }

  /** Whether somebody has to prove more about themselves before it is their turn. */
  static boolean tooWeak(Service service, Visitor visitor) {
    return service.level() == Level.TWO_FACTORS && !visitor.twoFactors();
  }
}
