package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.ConnectorSettings;
import ch.meinkonto.connector.worklist.clerk.Clerk;
import ch.meinkonto.connector.worklist.clerk.Clerks;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets a clerk in who has shown both factors, and knows the browser again later. */
@Component
@ConditionalOnWebApplication
class Entrance {

  private static final String DEVICE = "geraet";
  private static final Duration KNOWN_FOR = Duration.ofDays(180);

  private final Clerks clerks;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();
  private final boolean https;
  private final Clock clock = Clock.systemUTC();

  Entrance(Clerks clerks, ConnectorSettings settings) {
    this.clerks = clerks;
    this.https = WebConfiguration.isHttps(settings);
  }

  boolean knows(HttpServletRequest request, String login) {
    return clerks.knowsDevice(login, mark(request));
  }

  private static @Nullable String mark(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(DEVICE))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The session from before the login ends: who planted it has nothing of it. */
  void letIn(Clerk clerk, HttpServletRequest request, HttpServletResponse response) {
    var before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new SignedIn(clerk, clock.instant()));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(DEVICE, clerks.deviceMark(clerk))
            .httpOnly(true)
            .secure(https)
            .sameSite("Strict")
            .path("/anmelden")
            .maxAge(KNOWN_FOR)
            .build()
            .toString());
  }
}
