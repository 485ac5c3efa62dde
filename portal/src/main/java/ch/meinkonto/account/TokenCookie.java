package ch.meinkonto.account;

import ch.meinkonto.platform.web.CookieNames;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Where a browser keeps a token, such as that of a code that was sent.
 *
 * @param name the cookie's name, but for what {@link CookieNames} puts before it
 * @param path the pages that see it
 * @param kept how long
 */
public record TokenCookie(String name, String path, Duration kept) {

  /** One that is kept for an hour. */
  public TokenCookie(String name, String path) {
    this(name, path, Duration.ofHours(1));
  }

  /** The token, empty when there is none. */
  public String read(HttpServletRequest request) {
    var cookies = request.getCookies();
    var known = nameIn(request);
    return cookies == null
        ? ""
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(known))
            .map(Cookie::getValue)
            .findFirst()
            .orElse("");
  }

  /** Gives the token to the browser. */
  public void write(HttpServletRequest request, HttpServletResponse response, String token) {
    add(request, response, token, kept);
  }

  /** Takes it away. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    add(request, response, "", Duration.ZERO);
  }

  private String nameIn(HttpServletRequest request) {
    return CookieNames.of(name, path, request.isSecure());
  }

  private void add(
      HttpServletRequest request, HttpServletResponse response, String token, Duration age) {
    var cookie =
        ResponseCookie.from(nameIn(request), token)
            .path(path)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
