package ch.meinkonto.connector.worklist.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Files are held in memory, never in a file of the server's: only who is logged in may send some,
 * and few at a time.
 */
final class UploadGate extends OncePerRequestFilter {

  private static final int AT_ONCE = 2;

  private final Semaphore places = new Semaphore(AT_ONCE);

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.strip().regionMatches(true, 0, "multipart/", 0, 10);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session == null
        || session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            == null) {
      response.sendRedirect("/anmelden");
    } else if (!places.tryAcquire()) {
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    } else {
      try {
        chain.doFilter(request, response);
      } finally {
        places.release();
      }
    }
  }
}
