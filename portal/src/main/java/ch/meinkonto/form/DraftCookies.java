package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.CookieNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** What the visitor’s browser keeps: a draft’s key, and which draft of a service was begun. */
final class DraftCookies {

  private static final String KEY = "mk-antrag";
  private static final String BEGUN = "mk-begonnen";

  private DraftCookies() {}

  static Optional<DraftKey> key(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, name(KEY, request));
    return DraftKey.of(cookie == null ? null : cookie.getValue());
  }

  /** The draft of this service that was begun in this browser. */
  static Optional<UUID> begun(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, name(BEGUN, request));
    try {
      return Optional.ofNullable(cookie).map(c -> UUID.fromString(c.getValue()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static void give(Draft draft, HttpServletRequest request, HttpServletResponse response) {
    add(response, request, KEY, draft.key().cookieValue(), draft.address(), Drafts.KEPT);
    add(response, request, BEGUN, draft.id().toString(), begunPath(draft.service()), Drafts.KEPT);
  }

  /** The key is worth nothing any more once the draft is deleted. */
  static void take(Draft draft, HttpServletRequest request, HttpServletResponse response) {
    add(response, request, KEY, "", draft.address(), Duration.ZERO);
    forget(draft.service(), request, response);
  }

  static void forget(ServiceId service, HttpServletRequest request, HttpServletResponse response) {
    add(response, request, BEGUN, "", begunPath(service), Duration.ZERO);
  }

  /** Both are for some pages only. */
  private static String name(String name, HttpServletRequest request) {
    return CookieNames.of(name, "/antrag", request.isSecure());
  }

  private static String begunPath(ServiceId service) {
    return "/dienste/" + service + "/antrag";
  }

  private static void add(
      HttpServletResponse response,
      HttpServletRequest request,
      String name,
      String value,
      String path,
      Duration age) {
    var cookie =
        ResponseCookie.from(name(name, request), value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path(path)
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
