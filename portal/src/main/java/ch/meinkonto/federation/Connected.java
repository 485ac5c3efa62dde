package ch.meinkonto.federation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.federation.Links.Link;
import ch.meinkonto.login.OutsideLogins;
import ch.meinkonto.platform.web.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The identities outside with which accounts are connected. */
@Component
class Connected {

  private final OpenIdProviders providers;
  private final Links links;
  private final Accounts accounts;
  private final OutsideLogins logins;

  Connected(OpenIdProviders providers, Links links, Accounts accounts, OutsideLogins logins) {
    this.providers = providers;
    this.links = links;
    this.accounts = accounts;
    this.logins = logins;
  }

  /** What the account is connected with, the last used first. */
  List<ConnectedLogin> of(AccountId account, Locale language) {
    return links.of(account).stream().map(link -> login(link, language)).toList();
  }

  private ConnectedLogin login(Link link, Locale language) {
    var provider = providers.find(link.provider());
    return new ConnectedLogin(
        link.id(),
        provider.map(known -> known.name().in(language)).orElse(link.provider()),
        provider.isPresent(),
        link.createdAt(),
        link.lastUsedAt());
  }

  /** The providers with which the account is not connected. */
  List<Provider> missing(AccountId account) {
    var known = links.of(account).stream().map(Link::provider).toList();
    return providers.all().stream().filter(provider -> !known.contains(provider.id())).toList();
  }

  /** The last used one that may count, and once did, for two factors. */
  Optional<Provider> strong(AccountId account) {
    return links.of(account).stream()
        .filter(Link::strong)
        .flatMap(link -> providers.find(link.provider()).stream())
        .filter(Provider::strong)
        .findFirst();
  }

  boolean any(AccountId account) {
    return !links.of(account).isEmpty();
  }

  /** Whose identity it is. */
  Optional<AccountId> use(Answer.Proved proved) {
    return links.use(proved);
  }

  /** Connects; false when the account or the identity is connected already. */
  @Transactional
  public boolean connect(AccountId id, Provider provider, Answer.Proved proved) {
    if (!links.add(id, provider.id(), proved)) {
      return false;
    }
    changed(id, "outside-login-added", provider.id());
    return true;
  }

  @Transactional
  public void disconnect(AccountId id, UUID link) {
    var provider = links.remove(id, link).orElseThrow(NotFound::new);
    changed(id, "outside-login-removed", provider);
  }

  void removeAll(AccountId account) {
    links.removeAll(account);
  }

  private void changed(AccountId id, String what, String provider) {
    var account = accounts.ofPage(id);
    var name =
        providers.find(provider).map(known -> known.name().in(account.language())).orElse(provider);
    logins.changed(account, what, Map.of("login", name));
  }
}
