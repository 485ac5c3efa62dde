package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.Worklist;
import ch.meinkonto.connector.worklist.Worklists;
import ch.meinkonto.connector.worklist.clerk.Clerk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives pages the clerk who asks, and their unit's worklist. */
@Component
@ConditionalOnWebApplication
class Visits implements HandlerMethodArgumentResolver {

  /** The clerk's unit is not served now. */
  static final class Shut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Worklists worklists;

  Visits(Worklists worklists) {
    this.worklists = worklists;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Visit.class;
  }

  @Override
  public Visit resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest http =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    if (!(http.getAttribute(Frame.CLERK) instanceof Clerk clerk)) {
      throw new IllegalStateException("a page for clerks that anybody may open");
    }
    Worklist worklist = worklists.of(clerk.unit()).orElseThrow(Shut::new);
    return new Visit(clerk, worklist, http);
  }
}
