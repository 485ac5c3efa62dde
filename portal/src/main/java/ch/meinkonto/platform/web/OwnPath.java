package ch.meinkonto.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An address of this portal and of nobody else, as it may stand in a link or a redirect that
 * somebody else had a say in.
 *
 * @param value path with query; begins with exactly one slash
 */
public record OwnPath(String value) {

  private static final int LONGEST = 1_000;

  public OwnPath {
    if (!isOwn(value)) {
      throw new IllegalArgumentException("Leads elsewhere");
    }
  }

  /** The address, if it leads to a page of this portal. */
  public static Optional<OwnPath> of(@Nullable String address) {
    return address != null && isOwn(address) ? Optional.of(new OwnPath(address)) : Optional.empty();
  }

  /** The page whose form was sent, as the browser tells; on an error page, too. */
  public static Optional<OwnPath> cameFrom(HttpServletRequest request) {
    try {
      var referrer = new URI(String.valueOf(request.getHeader(HttpHeaders.REFERER)));
      if (!request.getServerName().equalsIgnoreCase(referrer.getHost())) {
        return sentTo(request);
      }
      var query = referrer.getRawQuery();
      return of(referrer.getRawPath() + (query == null ? "" : "?" + query));
    } catch (URISyntaxException e) {
      return sentTo(request);
    }
  }

  /** Where a browser tells nothing: most forms are sent to the page that they stand on. */
  private static Optional<OwnPath> sentTo(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String sentTo
        ? of(sentTo)
        : Optional.empty();
  }

  /** The address without its query. */
  public String path() {
    return value.split("[?#]", 2)[0];
  }

  /** The first part of the path: {@code antrag} of {@code /antrag/1}. */
  public String place() {
    return value.substring(1).split("[/?#]", 2)[0];
  }

  private static boolean isOwn(String wish) {
    if (wish.length() > LONGEST
        || !wish.startsWith("/")
        || wish.startsWith("//")
        || !wish.chars().allMatch(OwnPath::usual)) {
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
          && !path.contains("\\");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Printable ASCII but the backslash, which some browsers read as a slash. */
  private static boolean usual(int character) {
    return character > ' ' && character < 0x7f && character != '\\';
  }
}
