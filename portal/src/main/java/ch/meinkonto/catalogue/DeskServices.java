package ch.meinkonto.catalogue;

import ch.meinkonto.operations.KnownServices;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells the desk which services there are. */
@Component
class DeskServices implements KnownServices {

  private final Catalogue catalogue;
  private final Disturbances disturbances;

  DeskServices(Catalogue catalogue, Disturbances disturbances) {
    this.catalogue = catalogue;
    this.disturbances = disturbances;
  }

  @Override
  public List<Known> all(Locale locale) {
    return catalogue.all(locale).stream()
        .map(service ->
            new Known(
                service.id().value(),
                service.unit(),
                service.name(locale),
                !disturbances.of(service.id(), locale).isEmpty()))
        .toList();
  }
}
