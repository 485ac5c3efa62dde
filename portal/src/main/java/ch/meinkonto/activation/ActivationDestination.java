package ch.meinkonto.activation;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.Destination;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Whoever types in a code is on the way to its service. */
@Component
class ActivationDestination implements Destination {

  private static final Pattern PAGE =
      Pattern.compile(ActivationPages.PATH + "/([a-z][a-z0-9-]{0,62})([/?].*)?");

  private final Catalogue catalogue;

  ActivationDestination(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<String> name(String address, Locale locale) {
    var page = PAGE.matcher(address);
    return page.matches()
        ? catalogue.find(new ServiceId(page.group(1))).map(service -> service.name(locale))
        : Optional.empty();
  }
}
