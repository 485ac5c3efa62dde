package ch.meinkonto.entrance;

import ch.meinkonto.platform.web.NetworkAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Reads from a request who is before the door. */
@Component
class Visits {

  static final String LOOK_HEADER = "Waiting-Room-Look";

  private final TicketCookies cookies;
  private final SecurityContextRepository sessions;

  Visits(TicketCookies cookies, SecurityContextRepository sessions) {
    this.cookies = cookies;
    this.sessions = sessions;
  }

  Visit of(Rush rush, HttpServletRequest request) {
    var proof = request.getHeader(Efforts.PROOF_HEADER);
    return new Visit(
        cookies.read(rush.id(), request),
        () -> account(request),
        NetworkAddress.of(request).value(),
        proof == null ? "" : proof,
        request.getHeader(LOOK_HEADER) != null);
  }

  /** Who is logged in, as Spring Security will find it a moment later. */
  private Optional<String> account(HttpServletRequest request) {
    return Optional.ofNullable(sessions.loadDeferredContext(request).get().getAuthentication())
        .map(Authentication::getName);
  }
}
