package ch.meinkonto.platform.web;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.yaml.Localized;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Whether somebody wants to read easy language (DIN SPEC 33429) where a service has it. It is a way
 * of reading, not one more language: what is sent, mails, dates and the portal’s own words stay as
 * they are. A cookie keeps the choice, as it does for the language.
 */
@Component
public class EasyLanguage implements HandlerInterceptor {

  static final String PARAMETER = "leicht";

  private static final String CHOSEN = EasyLanguage.class.getName();
  private static final String YES = "ja";

  private final String cookie;
  private final boolean tls;

  EasyLanguage(PortalSettings settings) {
    this.tls = settings.tls();
    this.cookie = CookieNames.of("mk-easy", "/", tls);
  }

  /** Takes the choice from an address, as the language is taken. */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var wish = request.getMethod().equals("GET") ? request.getParameter(PARAMETER) : null;
    if (wish != null) {
      var easy = wish.equals(YES);
      request.setAttribute(CHOSEN, easy);
      response.addHeader(HttpHeaders.SET_COOKIE, kept(easy).toString());
    }
    return true;
  }

  private ResponseCookie kept(boolean easy) {
    return ResponseCookie.from(cookie, easy ? YES : "")
        .path("/")
        .maxAge(easy ? Duration.ofDays(365) : Duration.ZERO)
        .sameSite("Lax")
        .httpOnly(true)
        .secure(tls)
        .build();
  }

  boolean chosen(HttpServletRequest request) {
    if (request.getAttribute(CHOSEN) instanceof Boolean now) {
      return now;
    }
    var kept = WebUtils.getCookie(request, cookie);
    return kept != null && kept.getValue().equals(YES);
  }

  /**
   * In which language the visitor reads a service.
   *
   * @param locale the page’s language
   * @param name what the service is called; it has easy texts when its name has one
   */
  public Locale of(Locale locale, Localized<String> name) {
    var request = request();
    return name.read(locale, request != null && chosen(request));
  }

  private static @Nullable HttpServletRequest request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? current.getRequest()
        : null;
  }
}
