package ch.meinkonto.federation;

import ch.meinkonto.directory.CityFolder;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.ThisMachine;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The providers that count now, as the city's folder names them. */
@Component
class OpenIdProviders {

  private final CityFolder city;
  private final boolean demo;
  private final int demoPort;

  OpenIdProviders(
      CityFolder city, PortalSettings settings, @Value("${meinkonto.demo-port}") int demoPort) {
    this.city = city;
    this.demo = settings.demo();
    this.demoPort = demoPort;
  }

  /** All of them; one on this machine is for the demo only. */
  List<Provider> all() {
    return city.get(ProvidersFile.Providers.class).all().stream()
        .filter(provider -> demo || !ThisMachine.has(provider.issuer()))
        .map(provider -> provider.at(ThisMachine.atPort(provider.issuer(), demoPort)))
        .toList();
  }

  Optional<Provider> find(String id) {
    return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
  }
}
