package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.Links;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The names that go along with requests. Most services ask for none: those cost no look. */
@Component
class LinksOfRequests implements Links {

  private final Catalogue catalogue;
  private final ActivationLinks links;

  LinksOfRequests(Catalogue catalogue, ActivationLinks links) {
    this.catalogue = catalogue;
    this.links = links;
  }

  @Override
  public Optional<ActivationLink> of(AccountId account, ServiceId id, UnitId unit) {
    return catalogue
        .find(id)
        .filter(service -> service.activation() != null)
        .flatMap(_ -> links.of(account, id, unit));
  }
}
