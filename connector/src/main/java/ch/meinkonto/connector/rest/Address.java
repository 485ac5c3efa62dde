package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.Addresses;
import ch.meinkonto.connector.yaml.YamlMap;
import java.net.URI;
import java.util.Optional;

/** Reads addresses below which others lie. */
final class Address {

  private static final URI EXAMPLE = URI.create("https://fach.example/api");

  private Address() {}

  /** The address under a key that must be there, without a slash at its end. */
  static Optional<String> read(YamlMap options, String key) {
    return Addresses.read(
            options, key, EXAMPLE, uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
        .map(uri -> uri.toString().replaceFirst("/+$", ""));
  }
}
