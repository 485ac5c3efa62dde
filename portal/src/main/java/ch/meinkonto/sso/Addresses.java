package ch.meinkonto.sso;

import ch.meinkonto.platform.ThisMachine;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares an address that an application sends along with those that it has registered: letter by
 * letter (RFC 9700 §4.1.1). Only the demo's applications on this machine may choose their port (RFC
 * 8252 §7.3).
 */
final class Addresses {

  private Addresses() {}

  static boolean contain(List<URI> registered, @Nullable String wish, boolean demo) {
    return wish != null
        && registered.stream()
            .anyMatch(uri ->
                ThisMachine.has(uri)
                    ? demo && samePort(wish).equals(samePort(uri.toString()))
                    : uri.toString().equals(wish));
  }

  /** The same address at the port that another one names, if both are on this machine. */
  static URI atPortOf(URI uri, String other) {
    try {
      var seen = new URI(other);
      return ThisMachine.has(uri) && ThisMachine.has(seen)
          ? new URI("http", null, uri.getHost(), seen.getPort(), uri.getPath(), null, null)
          : uri;
    } catch (URISyntaxException e) {
      return uri;
    }
  }

  private static String samePort(String uri) {
    return uri.replaceFirst("^(http://(?:localhost|127\\.0\\.0\\.1)):\\d{1,5}(?=/)", "$1");
  }
}
