package ch.meinkonto.federation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.OverviewRow;
import ch.meinkonto.login.OutsideWays;
import ch.meinkonto.login.SecondFactor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Logins outside, wherever logins are offered, asked for and taken away. */
@Component
@Order(50)
class OutsideFactor implements SecondFactor, OutsideWays, OverviewRow {

  private final OpenIdProviders providers;
  private final Connected connected;

  OutsideFactor(OpenIdProviders providers, Connected connected) {
    this.providers = providers;
    this.connected = connected;
  }

  @Override
  public String texts() {
    return "federation.factor";
  }

  @Override
  public String icon() {
    return "external";
  }

  @Override
  public String page() {
    return ConnectedPages.PATH;
  }

  @Override
  public boolean offered() {
    return providers.all().stream().anyMatch(Provider::strong);
  }

  @Override
  public boolean any(AccountId account) {
    return connected.strong(account).isPresent();
  }

  @Override
  public void removeAll(AccountId account) {
    connected.removeAll(account);
  }

  @Override
  public Optional<String> stepUp() {
    return Optional.of(OutsidePages.CONFIRM);
  }

  @Override
  public List<Way> offered(Locale language) {
    return providers.all().stream()
        .map(provider ->
            new Way(provider.name().in(language), OutsidePages.PATH + "/" + provider.id()))
        .toList();
  }

  @Override
  public boolean shown(AccountId account) {
    return !providers.all().isEmpty() || connected.any(account);
  }
}
