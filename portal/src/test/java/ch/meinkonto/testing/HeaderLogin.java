package ch.meinkonto.testing;

import ch.meinkonto.platform.web.SiteSecurity;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.platform.web.Visitors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs in whoever names an account in a header: for tests whose matter is not the login. */
public class HeaderLogin implements SiteSecurity, Visitors {

  /** The header that names the account. */
  public static final String HEADER = "Test-Account";

  @Override
  public void configure(HttpSecurity http) {
    http.addFilterBefore(
        new OncePerRequestFilter() {
          @Override
          protected void doFilterInternal(
              HttpServletRequest request, HttpServletResponse response, FilterChain chain)
              throws ServletException, IOException {
            current(request)
                .ifPresent(visitor ->
                    SecurityContextHolder.getContext()
                        .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(
                                visitor.accountId().toString(), null, List.of())));
            chain.doFilter(request, response);
          }
        },
        AuthorizationFilter.class);
  }

  @Override
  public Optional<Visitor> current(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HEADER))
        .map(UUID::fromString)
        .map(account ->
            new Visitor(account, "Anna Keller", false, CityOfTests.clock().instant(), false));
  }
}
