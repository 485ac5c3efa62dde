package ch.meinkonto.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the sessions where a request begins and ends: around Spring Session's own filter. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionRequests extends OncePerRequestFilter {

  private final CalmSessions<?> sessions;

  SessionRequests(CalmSessions<?> sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    sessions.beginOfRequest();
    try {
      chain.doFilter(request, response);
    } finally {
      sessions.endOfRequest();
    }
  }
}
