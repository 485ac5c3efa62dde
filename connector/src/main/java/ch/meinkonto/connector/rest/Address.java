package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.yaml.YamlMap;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Reads addresses: over TLS, or on this machine. */
final class Address {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Address() {}

  /** The address under a key that must be there, without a slash at its end. */
  static Optional<String> read(YamlMap options, String key) {
    return options
        .text(key)
        .filter(text -> {
          boolean usable = isUsable(text);
          if (!usable) {
            options.finding(
                key, "must be an address such as https://fach.example/api; http only on localhost");
          }
          return usable;
        })
        .map(text -> text.replaceFirst("/+$", ""));
  }

  private static boolean isUsable(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && HERE.contains(uri.getHost())));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
