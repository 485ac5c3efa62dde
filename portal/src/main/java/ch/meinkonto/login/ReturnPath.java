package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.web.OwnPath;
import java.net.URLEncoder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes on after logging in. Only to a page of this portal: whatever could lead
 * elsewhere, or back to logging in, becomes the account's own page.
 *
 * @param path begins with one slash
 */
public record ReturnPath(String path) {

  /** Under which name addresses carry it. */
  public static final String PARAMETER = "weiter";

  static final ReturnPath DEFAULT = new ReturnPath("/konto");

  private static final Set<String> NO_PLACE_TO_GO =
      Set.of(
          "anmelden",
          "abmelden",
          "registrieren",
          "passwort-vergessen",
          "konto-wiederherstellen",
          "error",
          "contract");

  /** The wish, if it can be granted. */
  public static ReturnPath of(@Nullable String wish) {
    return OwnPath.of(wish)
        .filter(own -> !NO_PLACE_TO_GO.contains(own.place()))
        .map(own -> new ReturnPath(own.value()))
        .orElse(DEFAULT);
  }

  /** Where somebody goes who stops on the way: a page of the account would only ask them again. */
  String instead() {
    return path.startsWith(DEFAULT.path()) ? DEFAULT.path() : path;
  }

  /** An address that carries the wish on; without one when it is the usual. */
  public String carriedBy(String page) {
    return equals(DEFAULT) ? page : page + "?" + PARAMETER + "=" + URLEncoder.encode(path, UTF_8);
  }
}
