package ch.meinkonto.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The push services that may be called: those of the browsers. A phone names the address itself, so
 * any other would let whoever has a phone send the portal anywhere (server-side request forgery).
 *
 * @param hosts their names; one that begins with a dot stands for all below it; none: no phone is
 *     woken
 */
@ConfigurationProperties("meinkonto.access.push")
record PushServices(List<String> hosts) {

  private static final int LONGEST = 1_000;

  PushServices {
    hosts = hosts.stream().filter(host -> !host.isBlank()).toList();
  }

  boolean any() {
    return !hosts.isEmpty();
  }

  /** The address, if it is one of theirs. */
  Optional<URI> endpoint(String text) {
    try {
      var uri = new URI(text);
      return text.length() <= LONGEST && uri.getRawUserInfo() == null && known(uri)
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean known(URI uri) {
    if (uri.getHost() == null) {
      return false;
    }
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    var place = uri.getPort() == -1 ? host : host + ":" + uri.getPort();
    var safe = "https".equals(uri.getScheme()) || place.startsWith("localhost:");
    return safe
        && hosts.stream()
            .anyMatch(known -> known.startsWith(".") ? place.endsWith(known) : place.equals(known));
  }
}
