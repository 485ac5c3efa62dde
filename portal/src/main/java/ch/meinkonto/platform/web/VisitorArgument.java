package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Visitor}, or an {@code Optional} of it. */
final class VisitorArgument implements HandlerMethodArgumentResolver {

  private final Supplier<Optional<Visitors>> visitors;

  VisitorArgument(ObjectProvider<Visitors> visitors) {
    this.visitors = Found.once(visitors);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Visitor.class
        || ResolvableType.forMethodParameter(parameter)
            .isAssignableFrom(ResolvableType.forClassWithGenerics(Optional.class, Visitor.class));
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binderFactory) {
    var servletRequest = request.getNativeRequest(HttpServletRequest.class);
    Optional<Visitor> visitor =
        servletRequest == null
            ? Optional.empty()
            : visitors.get().flatMap(known -> known.current(servletRequest));
    if (parameter.getParameterType() == Optional.class) {
      return visitor;
    }
    return visitor.orElseThrow(
        () -> new IllegalStateException("Only for people who are logged in: " + parameter));
  }
}
