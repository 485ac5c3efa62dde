package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Keeps the forms' token in a cookie: no session for people who only look around. */
final class CsrfCookie implements CsrfTokenRepository {

  private final CsrfTokenRepository plain = named(false);
  private final CsrfTokenRepository overTls = named(true);

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return in(request).generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    in(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return in(request).loadToken(request);
  }

  private CsrfTokenRepository in(HttpServletRequest request) {
    return request.isSecure() ? overTls : plain;
  }

  private static CsrfTokenRepository named(boolean tls) {
    var repository = new CookieCsrfTokenRepository();
    repository.setCookieName(CookieNames.of("mk-csrf", "/", tls));
    repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
    return repository;
  }
}
