package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Tells a form that was open for too long from everything else that is refused: its token went with
 * the browser’s session, or somebody logged in or out in another tab.
 */
final class StaleForms implements AccessDeniedHandler {

  private static final String STALE = StaleForms.class.getName();

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    if (cause instanceof CsrfException) {
      request.setAttribute(STALE, true);
    }
    if (!response.isCommitted()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** Whether this error page answers such a form. */
  static boolean isOne(HttpServletRequest request) {
    return request.getAttribute(STALE) != null;
  }
}
