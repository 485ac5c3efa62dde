package ch.meinkonto.connector.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Who is not let in any more begins anew; a form of elsewhere, or of yesterday, is refused. */
final class Denied implements AccessDeniedHandler {

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    boolean loggedIn = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
    if (failure instanceof CsrfException && loggedIn) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    } else if (failure instanceof CsrfException) {
      response.sendRedirect("/anmelden?abgelaufen");
    } else {
      var session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      response.sendRedirect("/anmelden?abgelaufen");
    }
  }
}
