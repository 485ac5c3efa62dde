package ch.meinkonto.sso;

import ch.meinkonto.platform.web.Destination;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Who signs in to an application goes there. */
@Component
class ApplicationDestination implements Destination {

  private final RegisteredApplications applications;

  ApplicationDestination(RegisteredApplications applications) {
    this.applications = applications;
  }

  @Override
  public Optional<String> name(String address, Locale locale) {
    return address.startsWith(SsoPaths.AUTHORIZE + "?")
        ? Optional.ofNullable(
                UriComponentsBuilder.fromUriString(address)
                    .build()
                    .getQueryParams()
                    .getFirst("client_id"))
            .flatMap(applications::find)
            .map(application -> application.name().in(locale))
        : Optional.empty();
  }
}
