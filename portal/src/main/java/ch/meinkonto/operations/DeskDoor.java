package ch.meinkonto.operations;

import ch.meinkonto.login.CurrentLogin;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.OwnPath;
import ch.meinkonto.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Before every page of the desk, whoever brings it: for all but staff there is none. Staff have
 * proved themselves by two factors in this session, and lately before they change something; an
 * auditor changes nothing.
 */
@Component
class DeskDoor implements HandlerInterceptor {

  static final String PATH = "/betrieb";

  private static final String MEMBER = StaffMember.class.getName();

  private final Staff staff;
  private final CurrentLogin login;
  private final Desks desks;

  DeskDoor(Staff staff, CurrentLogin login, Desks desks) {
    this.staff = staff;
    this.login = login;
    this.desks = desks;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var proven = login.find().orElseThrow(NotFound::new);
    var member = staff.find(proven.account()).orElseThrow(NotFound::new);
    var changes = !isRead(request) || asksForFreshProof(handler);
    if (changes && !member.acts()) {
      throw new NotFound();
    }
    if (changes ? !login.lately() : !proven.twoFactors()) {
      Refused.PROOF.note(request);
      response.sendRedirect(CurrentLogin.confirmAddress(goOn(request)));
      return false;
    }
    request.setAttribute(MEMBER, member);
    return true;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page != null && page.hasView()) {
      page.addObject("desk", desks.of(member(request)));
    }
  }

  /** Who asks for the page. */
  static StaffMember member(HttpServletRequest request) {
    if (request.getAttribute(MEMBER) instanceof StaffMember member) {
      return member;
    }
    throw new IllegalStateException("Only for pages below " + PATH);
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static boolean asksForFreshProof(Object handler) {
    return handler instanceof HandlerMethod method && method.hasMethodAnnotation(FreshProof.class);
  }

  /** What was sent is sent again from the page that it was sent from. */
  private static String goOn(HttpServletRequest request) {
    if (isRead(request)) {
      var query = request.getQueryString();
      return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
    return OwnPath.cameFrom(request)
        .map(OwnPath::value)
        .filter(page -> page.startsWith(PATH))
        .orElse(PATH);
  }
}
