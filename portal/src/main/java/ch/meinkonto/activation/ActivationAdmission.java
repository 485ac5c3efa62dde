package ch.meinkonto.activation;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.Admission;
import ch.meinkonto.catalogue.Service;
import java.net.URLEncoder;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets into a service with an activation whom its unit knows, and shows the others the way. */
@Component
class ActivationAdmission implements Admission {

  private final ActivationLinks links;

  ActivationAdmission(ActivationLinks links) {
    this.links = links;
  }

  @Override
  public boolean missing(Service service, UUID account) {
    return service.activation() != null
        && !links.any(new AccountId(account), service.id(), service.unit());
  }

  @Override
  public String address(Service service, String back) {
    return ActivationPages.of(service)
        + "?"
        + ActivationPages.BACK
        + "="
        + URLEncoder.encode(back, UTF_8);
  }
}
