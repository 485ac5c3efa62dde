package ch.meinkonto.activation;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.catalogue.Service;
import ch.meinkonto.platform.web.OwnPath;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is, and where they go on.
 *
 * @param service what they want to get to
 * @param next the page that sent them here; null when they came by themselves
 */
record Places(Service service, @Nullable String next) {

  private static final String SIGN_IN = "/sso/";

  /** Only a page of this portal, and never this one again. */
  static Places of(Service service, @Nullable String wish) {
    return new Places(
        service,
        OwnPath.of(wish)
            .map(OwnPath::value)
            .filter(path -> !path.startsWith(ActivationPages.PATH + "/"))
            .orElse(null));
  }

  /** The page for the code. */
  String here() {
    return carried(ActivationPages.of(service));
  }

  String order() {
    return carried(ActivationPages.of(service) + ActivationPages.ORDER);
  }

  /** Where somebody goes who is done. */
  String done() {
    return next == null ? OwnActivationPages.PATH : next;
  }

  /** Where somebody goes who stops here; the sign-in would only lead them back. */
  String back() {
    return next == null || next.startsWith(SIGN_IN) ? service.path() : next;
  }

  /** Where the second factor is asked for that the service wants. */
  String secondFactor() {
    return "/konto/zweiter-faktor?weiter=" + URLEncoder.encode(here(), UTF_8);
  }

  private String carried(String page) {
    return next == null
        ? page
        : page + "?" + ActivationPages.BACK + "=" + URLEncoder.encode(next, UTF_8);
  }
}
