package ch.meinkonto.platform.web;

import ch.meinkonto.platform.crypto.LogMarks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes a line for each request that was refused (OWASP ASVS 5.0, 16.3.2). Of the address stands
 * there what all such addresses have in common: the rest may be a key. People and networks are
 * marks, units and applications have their names.
 */
@Component
public class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** What is another's is said not to exist. */
  private static final Set<Integer> OF_PAGES = Set.of(401, 403, 404);

  /** A code or a token that is not theirs is malformed to OAuth (RFC 6749, section 5.2). */
  private static final Set<Integer> OF_PROGRAMS = Set.of(400, 401, 403, 404);

  private final LogMarks marks;

  Refusals(LogMarks marks) {
    this.marks = marks;
  }

  /** At the residents' pages. */
  void ofPages(HttpSecurity http) {
    add(http, new RefusalLines("a page", OF_PAGES, marks::of));
  }

  /** At a door of programs. */
  void ofPrograms(HttpSecurity http, String door) {
    add(http, new RefusalLines(door, OF_PROGRAMS, UnaryOperator.identity()));
  }

  private static void add(HttpSecurity http, RefusalLines lines) {
    http.addFilterAfter(lines, SecurityContextHolderFilter.class);
  }

  /** Not a bean: each belongs to one chain only. */
  private final class RefusalLines extends OncePerRequestFilter {

    private final String door;
    private final Set<Integer> refused;
    private final UnaryOperator<String> who;

    RefusalLines(String door, Set<Integer> refused, UnaryOperator<String> who) {
      this.door = door;
      this.refused = refused;
      this.who = who;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      chain.doFilter(request, response);
      why(request, response)
          .ifPresent(why ->
              LOG.info(
                  "A request was refused ({}): {} {}, who {}, from {}",
                  why,
                  request.getMethod(),
                  pattern(request).orElse(door),
                  who(),
                  marks.of(NetworkAddress.of(request).value())));
    }

    private Optional<String> why(HttpServletRequest request, HttpServletResponse response) {
      var status = response.getStatus();
      return Refused.of(request)
          .map(reason -> reason.name().toLowerCase(Locale.ROOT))
          .or(() ->
              refused.contains(status) && !isMistyped(status, request)
                  ? Optional.of(Integer.toString(status))
                  : Optional.empty());
    }

    /** Where there is no page at all, nobody is refused one. */
    private boolean isMistyped(int status, HttpServletRequest request) {
      return status == HttpServletResponse.SC_NOT_FOUND
          && pattern(request).filter(pattern -> pattern.contains("{")).isEmpty();
    }

    private Optional<String> pattern(HttpServletRequest request) {
      return Optional.ofNullable(
              request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
          .map(Object::toString);
    }

    private String who() {
      return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
          .filter(known -> !(known instanceof AnonymousAuthenticationToken))
          .map(Authentication::getName)
          .map(who)
          .orElse("nobody");
    }
  }
}
