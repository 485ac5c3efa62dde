package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.clerk.Clerk;
import ch.meinkonto.connector.worklist.clerk.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What stands around every page.
 *
 * @param unit the unit's name among people; empty before the login
 * @param csrf what each form carries
 * @param notice what has just been done
 * @param problem what could not be done
 */
public record Frame(
    String title,
    @Nullable Clerk clerk,
    String unit,
    String csrf,
    @Nullable String notice,
    @Nullable String problem) {

  static final String CLERK = Frame.class.getName() + ".clerk";
  private static final String NOTICE = Frame.class.getName() + ".notice";
  private static final String PROBLEM = Frame.class.getName() + ".problem";

  static Frame of(HttpServletRequest request, String title) {
    return of(request, title, "");
  }

  static Frame of(HttpServletRequest request, String title, String unit) {
    return new Frame(
        title,
        request.getAttribute(CLERK) instanceof Clerk clerk ? clerk : null,
        unit,
        request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
            ? token.getToken()
            : "",
        once(request, NOTICE),
        once(request, PROBLEM));
  }

  Frame withProblem(@Nullable String other) {
    return new Frame(title, clerk, unit, csrf, notice, other);
  }

  /** The next page says so. */
  static void notice(HttpServletRequest request, String text) {
    request.getSession().setAttribute(NOTICE, text);
  }

  /** The next page says so. */
  static void problem(HttpServletRequest request, String text) {
    request.getSession().setAttribute(PROBLEM, text);
  }

  private static @Nullable String once(HttpServletRequest request, String name) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(name) instanceof String text)) {
      return null;
    }
    session.removeAttribute(name);
    return text;
  }

  /** Whether the clerk leads the unit's worklist. */
  public boolean heads() {
    return clerk != null && clerk.role() == Role.HEAD;
  }
}
