package ch.meinkonto.connector.handover;

import ch.meinkonto.connector.yaml.YamlMap;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads addresses of systems: over TLS, or on this machine. */
public final class Addresses {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Addresses() {}

  /**
   * The address under a key that must be there.
   *
   * @param example an address as it should be; others have its scheme, or on this machine the one
   *     without TLS: {@code http} for {@code https}
   * @param fits what else it has to be
   */
  public static Optional<URI> read(YamlMap options, String key, URI example, Predicate<URI> fits) {
    String secure = example.getScheme();
    String plain = secure.substring(0, secure.length() - 1);
    Optional<String> text = options.text(key);
    Optional<URI> address =
        text.flatMap(Addresses::parse)
            .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null)
            .filter(uri ->
                secure.equals(uri.getScheme())
                    || (plain.equals(uri.getScheme()) && HERE.contains(uri.getHost())))
            .filter(fits);
    if (text.isPresent() && address.isEmpty()) {
      options.finding(
          key, "must be an address such as %s; %s only on localhost".formatted(example, plain));
    }
    return address;
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
