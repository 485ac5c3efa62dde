package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes on after logging in. Only to a page of this portal: whatever could lead
 * elsewhere, or back to logging in, becomes the account's own page.
 *
 * @param path begins with one slash
 */
record ReturnPath(String path) {

  static final String PARAMETER = "weiter";
  static final ReturnPath DEFAULT = new ReturnPath("/konto");

  private static final int LONGEST = 1_000;
  private static final Set<String> NO_PLACE_TO_GO =
      Set.of("anmelden", "abmelden", "registrieren", "passwort-vergessen", "error", "contract");

  /** The wish, if it can be granted. */
  static ReturnPath of(@Nullable String wish) {
    return wish != null && isOwn(wish) ? new ReturnPath(wish) : DEFAULT;
  }

  /** An address that carries the wish on; without one when it is the usual. */
  String carriedBy(String page) {
    return equals(DEFAULT) ? page : page + "?" + PARAMETER + "=" + URLEncoder.encode(path, UTF_8);
  }

  private static boolean isOwn(String wish) {
    if (wish.length() > LONGEST
        || !wish.startsWith("/")
        || wish.startsWith("//")
        || !wish.chars().allMatch(ReturnPath::usual)) {
      return false;
    }
    try {
      var uri = new URI(wish);
      var path = uri.getPath();
      return uri.getScheme() == null
          && uri.getRawAuthority() == null
          && path != null
          && !path.startsWith("//")
          && !path.contains("/../")
          && !path.contains("\\")
          && !NO_PLACE_TO_GO.contains(path.split("/", 3)[1]);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Printable ASCII but the backslash, which some browsers read as a slash. */
  private static boolean usual(int character) {
    return character > ' ' && character < 0x7f && character != '\\';
  }
}
