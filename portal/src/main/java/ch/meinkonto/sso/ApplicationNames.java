package ch.meinkonto.sso;

import ch.meinkonto.trust.Names;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What applications are called in the data log. */
@Component
class ApplicationNames implements Names {

  private final RegisteredApplications applications;

  ApplicationNames(RegisteredApplications applications) {
    this.applications = applications;
  }

  @Override
  public Optional<String> unit(String id, Locale locale) {
    return Optional.empty();
  }

  @Override
  public Optional<String> subject(String id, Locale locale) {
    return applications.find(id).map(application -> application.name().in(locale));
  }
}
