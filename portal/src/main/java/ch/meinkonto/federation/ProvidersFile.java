package ch.meinkonto.federation;

import ch.meinkonto.directory.CityPart;
import ch.meinkonto.directory.CityReading;
import ch.meinkonto.directory.Ids;
import ch.meinkonto.federation.Provider.ClientAuthentication;
import ch.meinkonto.login.Assurance;
import ch.meinkonto.platform.yaml.WebAddress;
import ch.meinkonto.platform.yaml.YamlNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code identity.yaml}: the providers of identities. A city without any has no such file.
 */
public final class ProvidersFile implements CityPart<ProvidersFile.Providers> {

  private static final String FILE = "identity.yaml";
  private static final int LONGEST = 200;

  private static final Map<String, ClientAuthentication> AUTHENTICATIONS =
      Map.of(
          "private-key-jwt", ClientAuthentication.PRIVATE_KEY_JWT,
          "client-secret", ClientAuthentication.CLIENT_SECRET);

  private static final Map<String, Assurance> LEVELS =
      Map.of(
          "login", Assurance.LOGIN,
          "two-factors", Assurance.TWO_FACTORS,
          "phishing-resistant", Assurance.PHISHING_RESISTANT);

  /** All of them, in the order of the file. */
  record Providers(java.util.List<Provider> all) {
    Providers {
      all = java.util.List.copyOf(all);
    }
  }

  @Override
  public Class<Providers> type() {
    return Providers.class;
  }

  @Override
  public Providers read(CityReading reading) {
    var providers = new ArrayList<Provider>();
    if (!Files.exists(reading.folder().resolve(FILE))) {
      return new Providers(providers);
    }
    var root = reading.yaml(FILE);
    root.allow("providers");
    var ids = new HashSet<String>();
    for (var node : root.require("providers").items()) {
      var provider = provider(node, reading);
      if (!ids.add(provider.id())) {
        node.finding("there is already a provider “" + provider.id() + "”");
      }
      providers.add(provider);
    }
    return new Providers(providers);
  }

  private static Provider provider(YamlNode node, CityReading reading) {
    node.allow("id", "name", "issuer", "client-id", "authentication", "levels");
    var issuer = node.require("issuer");
    var address = WebAddress.read(issuer);
    if (address.getRawQuery() != null) {
      issuer.finding("an issuer has no question mark");
    }
    return new Provider(
        Ids.read(node.require("id"), id -> id, "login"),
        node.require("name").localized(reading.languages()),
        address,
        word(node.require("client-id")),
        node.at("authentication")
            .map(how -> how.oneOf(AUTHENTICATIONS))
            .orElse(ClientAuthentication.PRIVATE_KEY_JWT),
        levels(node.require("levels")));
  }

  private static Map<String, Assurance> levels(YamlNode node) {
    var levels = new LinkedHashMap<String, Assurance>();
    node.entries()
        .forEach((acr, level) -> {
          if (acr.contains(" ") || acr.length() > LONGEST) {
            level.finding("an authentication context class is one word: “" + acr + "”");
          }
          levels.put(acr, level.oneOf(LEVELS));
        });
    if (levels.isEmpty() && !node.isMissing()) {
      node.finding("what no level is written for opens nothing: name at least one");
    }
    return levels;
  }

  private static String word(YamlNode node) {
    var text = node.text();
    if (!node.isMissing() && (text.length() > LONGEST || !text.matches("[!-~]+"))) {
      node.finding("a client identifier has printable characters only, and at most " + LONGEST);
    }
    return text;
  }
}
