package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.directory.Directory;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What an account is activated for, in a language; by its ids where the city no longer has it. */
@Component
class OwnActivations {

  private final ActivationLinks links;
  private final Catalogue catalogue;
  private final Directory directory;

  OwnActivations(ActivationLinks links, Catalogue catalogue, Directory directory) {
    this.links = links;
    this.catalogue = catalogue;
    this.directory = directory;
  }

  List<OwnActivation> of(AccountId account, Locale locale) {
    return links.ofAccount(account).stream().map(held -> of(held, locale)).toList();
  }

  private OwnActivation of(ActivationLinks.Held held, Locale locale) {
    return new OwnActivation(
        held.service().value(),
        catalogue
            .find(held.service())
            .map(service -> service.name(locale))
            .orElse(held.service().value()),
        directory.name(held.unit(), locale),
        "/dienste/" + held.service(),
        held.since());
  }
}
