package ch.meinkonto.login;

import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.platform.web.Destination;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * With which address a login begins that somebody else has asked for, such as an application
 * ({@code login_hint}, OpenID Connect Core §3.1.2.1). Whether it has an account it does not say.
 */
@Component
class ExpectedAddress {

  private final List<Destination> destinations;

  ExpectedAddress(List<Destination> destinations) {
    this.destinations = destinations;
  }

  /** The address; empty when nobody is expected there. */
  String at(ReturnPath next) {
    return destinations.stream()
        .flatMap(destination -> destination.expected(next.path()).stream())
        .flatMap(said -> EmailAddress.parse(said).stream())
        .map(EmailAddress::value)
        .findFirst()
        .orElse("");
  }
}
