package ch.meinkonto.delivery;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the access token of each call (RFC 6750). Not a bean: it belongs to one chain only. */
final class BearerTokens extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final AccessTokens tokens;

  BearerTokens(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      tokens
          .unit(authorization.substring(SCHEME.length()).strip())
          .ifPresent(unit -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(unit.value(), null, List.of()));
            SecurityContextHolder.setContext(context);
          });
    }
    chain.doFilter(request, response);
  }

  static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(ProblemType.UNAUTHORIZED.status());
    response.setHeader("WWW-Authenticate", "Bearer");
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream().write(Json.bytes(Problem.of(ProblemType.UNAUTHORIZED, null)));
  }
}
