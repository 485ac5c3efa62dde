package ch.meinkonto.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.web.Destination;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Who signs in to an application goes there; it may say whom it expects. */
@Component
class ApplicationDestination implements Destination {

  private final RegisteredApplications applications;
  private final PendingRequests pending;

  ApplicationDestination(RegisteredApplications applications, PendingRequests pending) {
    this.applications = applications;
    this.pending = pending;
  }

  @Override
  public Optional<String> name(String address, Locale locale) {
    return parameter("client_id", address)
        .flatMap(applications::find)
        .map(application -> application.name().in(locale));
  }

  @Override
  public Optional<String> expected(String address) {
    return parameter("request_uri", address)
        .flatMap(pending::find)
        .map(request -> request.parameters().get("login_hint"));
  }

  private static Optional<String> parameter(String name, String address) {
    return address.startsWith(SsoPaths.AUTHORIZE + "?")
        ? Optional.ofNullable(
                UriComponentsBuilder.fromUriString(address).build().getQueryParams().getFirst(name))
            .map(value -> UriUtils.decode(value, UTF_8))
        : Optional.empty();
  }
}
