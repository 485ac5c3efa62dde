package ch.meinkonto.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses that stay on this machine: a city's files name those of the demo's simulator without a
 * port, because it may run at any.
 */
public final class ThisMachine {

  private ThisMachine() {}

  /** Whether it stays on this machine. */
  public static boolean has(URI uri) {
    return "http".equals(uri.getScheme()) && isCalled(uri.getHost());
  }

  /** Whether this names it. */
  public static boolean isCalled(@Nullable String host) {
    return "localhost".equals(host) || "127.0.0.1".equals(host);
  }

  /** The address at that port, if it is on this machine and names none. */
  public static URI atPort(URI uri, int port) {
    return has(uri) && uri.getPort() == -1
        ? UriComponentsBuilder.fromUri(uri).port(port).build(true).toUri()
        : uri;
  }
}
