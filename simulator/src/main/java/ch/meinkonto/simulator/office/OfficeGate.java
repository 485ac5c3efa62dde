package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Stands before the systems that are called by HTTP, and lets their faults be seen there. */
@Component
class OfficeGate extends OncePerRequestFilter {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final byte[] NONSENSE =
      "<!doctype html><title>Wartung</title><p>Wir bauen um.".getBytes(UTF_8);

  private final Offices offices;

  OfficeGate(Offices offices) {
    this.offices = offices;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().matches("/(soap|fach|push)/.*");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var office = offices.find(request.getRequestURI().split("/", -1)[2]);
    if (office.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      pass(office.get().room().switches(), request, response, chain);
    }
  }

  static void pass(
      Switches switches,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    if (!isAnswered(switches)) {
      response.setHeader("Connection", "close");
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    } else if (switches.on(Fault.GARBLED)) {
      chain.doFilter(request, new ContentCachingResponseWrapper(response));
      response.reset();
      response.setContentType("text/html;charset=UTF-8");
      response.getOutputStream().write(NONSENSE);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isAnswered(Switches switches) {
    try {
      return switches.keepWaiting(LONGEST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
