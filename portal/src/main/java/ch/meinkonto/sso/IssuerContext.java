package ch.meinkonto.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells Spring's parts under which name the provider issues; not what the caller called it. */
final class IssuerContext extends OncePerRequestFilter {

  private final AuthorizationServerContext context;

  IssuerContext(AuthorizationServerSettings settings) {
    var issuer = settings.getIssuer();
    if (issuer == null) {
      throw new IllegalArgumentException("An issuer has a name");
    }
    this.context =
        new AuthorizationServerContext() {
          @Override
          public String getIssuer() {
            return issuer;
          }

          @Override
          public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
          }
        };
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      AuthorizationServerContextHolder.setContext(context);
      chain.doFilter(request, response);
    } finally {
      AuthorizationServerContextHolder.resetContext();
    }
  }
}
