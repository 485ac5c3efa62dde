package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What each answer says about how it may be used (OWASP ASVS 5.0, chapter 3.4). What Spring says by
 * itself is part of it: no sniffing, no caching, TLS only, no frames.
 */
public final class AnswerHeaders {

  private static final String PAGES =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'");

  /** Whoever opens it as a page sees nothing work. */
  private static final String NO_PAGE =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

  private AnswerHeaders() {}

  /** For the residents' pages. */
  static void ofPages(HttpSecurity http) {
    http.headers(headers -> say(headers, PAGES));
  }

  /** For doors of programs: their answers are never pages. */
  static void ofPrograms(HttpSecurity http) {
    http.headers(headers -> say(headers, NO_PAGE));
  }

  /** What a filter answers or refuses before all others has no headers yet. */
  public static void complete(HttpServletRequest request, HttpServletResponse response) {
    var missing =
        new HashMap<>(
            Map.of(
                "Content-Security-Policy", PAGES,
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Cache-Control", "no-store"));
    if (request.isSecure()) {
      missing.put("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    }
    missing.keySet().removeIf(response::containsHeader);
    missing.forEach(response::setHeader);
  }

  private static void say(HeadersConfigurer<HttpSecurity> headers, String contentSecurityPolicy) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(contentSecurityPolicy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("geolocation=(), microphone=()"));
  }
}
