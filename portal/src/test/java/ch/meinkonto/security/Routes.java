package ch.meinkonto.security;

import static java.util.stream.Collectors.toCollection;

import ch.meinkonto.testing.RunningPortal;
import jakarta.servlet.Filter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address that a running portal answers, asked from the portal itself. */
final class Routes {

  /** Filters that answer an address themselves. */
  private static final Map<String, Route> ANSWERING =
      Map.of(
          "LogoutFilter", new Route("POST", "/abmelden"),
          "OAuth2TokenEndpointFilter", new Route("POST", "/sso/token"),
          "OAuth2TokenRevocationEndpointFilter", new Route("POST", "/sso/revoke"));

  /** Filters that look, refuse or pass on, and answer nothing themselves. */
  private static final Set<String> PASSING =
      Set.of(
          "AnonymousAuthenticationFilter",
          "AuthorizationFilter",
          "BearerTokens",
          "CsrfFilter",
          "DisableEncodeUrlFilter",
          "ExceptionTranslationFilter",
          "HeaderWriterFilter",
          "IssuerContext",
          "LargeUploads",
          "OAuth2ClientAuthenticationFilter",
          "RefusalLines",
          "RequestCacheAwareFilter",
          "SecurityContextHolderAwareRequestFilter",
          "SecurityContextHolderFilter",
          "SessionManagementFilter",
          "WebAsyncManagerIntegrationFilter");

  private Routes() {}

  /** All routes. */
  static SortedSet<Route> of(RunningPortal portal) {
    var mapped = portal.beans(HandlerMapping.class).stream().flatMap(Routes::mapped);
    var filtered = portal.beans(SecurityFilterChain.class).stream().flatMap(Routes::filtered);
    return Stream.concat(mapped, filtered).collect(toCollection(TreeSet::new));
  }

  /** The filters of which nobody said whether they answer an address. */
  static List<String> unknownFilters(RunningPortal portal) {
    return portal.beans(SecurityFilterChain.class).stream()
        .map(SecurityFilterChain::getFilters)
        .flatMap(Collection::stream)
        .map(Routes::name)
        .filter(name -> !PASSING.contains(name) && !ANSWERING.containsKey(name))
        .distinct()
        .toList();
  }

  private static Stream<Route> filtered(SecurityFilterChain chain) {
    return chain.getFilters().stream()
        .map(Routes::name)
        .filter(ANSWERING::containsKey)
        .map(ANSWERING::get);
  }

  private static String name(Filter filter) {
    return filter.getClass().getSimpleName();
  }

  private static Stream<Route> mapped(HandlerMapping mapping) {
    return switch (mapping) {
      case RequestMappingInfoHandlerMapping annotated ->
          annotated.getHandlerMethods().keySet().stream().flatMap(Routes::annotated);
      case AbstractUrlHandlerMapping files ->
          files.getHandlerMap().keySet().stream()
              .map(pattern -> new Route("GET", withoutFingerprint(pattern)));
      case RouterFunctionMapping functions when functions.getRouterFunction() == null ->
          Stream.empty();
      default -> throw new AssertionError("Say in Routes what this serves: " + mapping);
    };
  }

  private static Stream<Route> annotated(RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods();
    var names =
        methods.isEmpty() ? List.of("GET") : methods.stream().map(method -> method.name()).toList();
    return info.getPatternValues().stream()
        .flatMap(pattern -> names.stream().map(name -> new Route(name, pattern)));
  }

  private static String withoutFingerprint(String pattern) {
    return pattern.replaceFirst("^/assets/[^/*]+/", "/assets/{version}/");
  }
}
