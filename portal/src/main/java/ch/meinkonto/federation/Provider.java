package ch.meinkonto.federation;

import ch.meinkonto.login.Assurance;
import ch.meinkonto.platform.yaml.Localized;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Provider outside the city whose word counts here.
 *
 * @param id under which links know it; stays when all else changes
 * @param issuer its issuer identifier, letter by letter (OpenID Connect Discovery)
 * @param clientId under which it knows this portal
 * @param authentication how the portal proves to it who it is
 * @param levels what each of its authentication context classes ({@code acr}) counts for; any other
 *     counts for nothing
 */
record Provider(
    String id,
    Localized<String> name,
    URI issuer,
    String clientId,
    ClientAuthentication authentication,
    Map<String, Assurance> levels) {

  Provider {
    levels = new LinkedHashMap<>(levels);
  }

  /** How the portal proves to a provider who it is. */
  enum ClientAuthentication {
    /** It signs (RFC 7523), with a key that it publishes. */
    PRIVATE_KEY_JWT,
    /** It shows a secret, which lies in a file that is not the city's. */
    CLIENT_SECRET
  }

  /** What its word counts for; empty when for nothing. */
  Optional<Assurance> level(@Nullable String acr) {
    return acr == null ? Optional.empty() : Optional.ofNullable(levels.get(acr));
  }

  /** Whether its word may count for two factors. */
  boolean strong() {
    return levels.values().stream().anyMatch(level -> level != Assurance.LOGIN);
  }

  /** The classes to ask for ({@code acr_values}), the wanted ones first. */
  List<String> wished(boolean strong) {
    return levels.entrySet().stream()
        .filter(level -> !strong || level.getValue() != Assurance.LOGIN)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The same provider at another address. */
  Provider at(URI address) {
    return new Provider(id, name, address, clientId, authentication, levels);
  }
}
