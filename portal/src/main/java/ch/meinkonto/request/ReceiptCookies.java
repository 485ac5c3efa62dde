package ch.meinkonto.request;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.platform.web.CookieNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The key of a request that was sent without a login, in the browser that sent it or got its link:
 * for the request's own pages, until the browser is closed. So it is in no address (OWASP ASVS 5.0,
 * 14.2.1).
 */
@Component
class ReceiptCookies {

  private static final String NAME = "mk-quittung";

  private final ReceiptTokens tokens;

  ReceiptCookies(ReceiptTokens tokens) {
    this.tokens = tokens;
  }

  void give(
      RequestId id,
      @Nullable BookedPlaces booked,
      HttpServletRequest request,
      HttpServletResponse response) {
    var path = ReceiptPages.address(id);
    var cookie =
        ResponseCookie.from(name(request), new ReceiptKey(tokens.of(id), booked).text())
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path(path)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /** The key that the browser has for this page. */
  Optional<ReceiptKey> key(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
        .map(cookie -> ReceiptKey.read(cookie.getValue()));
  }

  private static String name(HttpServletRequest request) {
    return CookieNames.of(NAME, ReceiptPages.PATH, request.isSecure());
  }
}
