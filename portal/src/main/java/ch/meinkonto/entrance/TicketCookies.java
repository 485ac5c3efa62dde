package ch.meinkonto.entrance;

import ch.meinkonto.platform.web.CookieNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Where the browser keeps its tickets: one for each rush, for a day. */
@Component
class TicketCookies {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Tickets tickets;

  TicketCookies(Tickets tickets) {
    this.tickets = tickets;
  }

  /** The ticket for this rush and no other. */
  Optional<Ticket> read(UUID rush, HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, name(rush, request)))
        .flatMap(cookie -> tickets.read(cookie.getValue()))
        .filter(ticket -> ticket.rush().equals(rush));
  }

  void give(Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(name(ticket.rush(), request), tickets.written(ticket))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(KEPT)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /** The end of an id is random, its beginning is the time. */
  private static String name(UUID rush, HttpServletRequest request) {
    var id = rush.toString();
    return CookieNames.of("mk-warten-" + id.substring(id.length() - 12), "/", request.isSecure());
  }
}
