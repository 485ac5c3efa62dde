package ch.meinkonto.entrance;

import ch.meinkonto.entrance.Decision.GoOn;
import ch.meinkonto.entrance.Decision.Stay;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before everything that costs something, and after the session is at hand: who has to wait gets a
 * page at once. What begins a request for a service, and its offers, lies below the service's page;
 * that page itself, logging in, and going on with a draft are never guarded.
 */
@Component
@Order(Doorkeeper.BEFORE_SECURITY)
class Doorkeeper extends OncePerRequestFilter {

  /** Spring Boot's order of Spring Security, less one. */
  static final int BEFORE_SECURITY = -101;

  private final Doors doors;
  private final Rushes rushes;
  private final Entrance entrance;
  private final Visits visits;
  private final Passes passes;
  private final WaitingRoom room;
  private final TicketCookies cookies;
  private final Measured measured;

  Doorkeeper(
      Doors doors,
      Rushes rushes,
      Entrance entrance,
      Visits visits,
      Passes passes,
      WaitingRoom room,
      TicketCookies cookies,
      Measured measured) {
    this.doors = doors;
    this.rushes = rushes;
    this.entrance = entrance;
    this.visits = visits;
    this.passes = passes;
    this.room = room;
    this.cookies = cookies;
    this.measured = measured;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var service = doors.service(request.getServletPath());
    if (service.isPresent() && !opens(service.get(), request, response)) {
      return;
    }
    measured.filter(request, response, chain);
  }

  /** Whether they go on; else they have been answered. */
  private boolean opens(String service, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var rush = rushes.guarding(service);
    var inside = passes.mayNeed(service) ? inside(request) : Optional.<Ticket>empty();
    if (rush.isEmpty() || (!rush.get().plan().planned() && inside.isPresent())) {
      if (passes.mayNeed(service)) {
        give(
            inside.isPresent() ? passes.prolonged(inside.get()) : passes.anybodys(),
            request,
            response);
      }
      return true;
    }
    return switch (entrance.decide(rush.get(), visits.of(rush.get(), request))) {
      case GoOn(var give) -> {
        give(give, request, response);
        yield true;
      }
      case Stay(var standing, var give) -> {
        give(give, request, response);
        room.show(standing, service, request, response);
        yield false;
      }
    };
  }

  private Optional<Ticket> inside(HttpServletRequest request) {
    return cookies.read(Passes.NO_RUSH, request).filter(passes::good);
  }

  private void give(
      @Nullable Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
    if (ticket != null) {
      cookies.give(ticket, request, response);
    }
  }
}
