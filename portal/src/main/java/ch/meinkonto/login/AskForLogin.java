package ch.meinkonto.login;

import ch.meinkonto.platform.web.OwnPath;
import ch.meinkonto.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Sends to the login who asks for a page of an account; a page that does not exist needs none. */
@Component
class AskForLogin implements AuthenticationEntryPoint {

  private final ObjectProvider<RequestMappingHandlerMapping> pages;

  AskForLogin(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> pages) {
    this.pages = pages;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (!exists(request)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Refused.LOGIN.note(request);
    @Nullable String wish = request.getRequestURI();
    if (!request.getMethod().equals("GET")) {
      wish = OwnPath.cameFrom(request).map(OwnPath::value).orElse(null);
    } else if (request.getQueryString() != null) {
      wish += "?" + request.getQueryString();
    }
    response.sendRedirect(ReturnPath.of(wish).carriedBy(LoginPage.PATH));
  }

  private boolean exists(HttpServletRequest request) {
    ServletRequestPathUtils.parseAndCache(request);
    try {
      return pages.getObject().getHandler(request) != null;
    } catch (Exception itDoesUnderAnotherMethod) {
      return true;
    }
  }
}
