package ch.meinkonto.simulator.application;

import ch.meinkonto.simulator.Html;
import ch.meinkonto.simulator.SimulatorSettings;
import ch.meinkonto.simulator.application.RelyingParty.Refused;
import com.nimbusds.oauth2.sdk.GeneralException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The applications' pages: a button to sign in with the account, and what they then know. */
@RestController
@RequestMapping("/anwendungen")
class ApplicationPages {

  private static final Logger log = LoggerFactory.getLogger(ApplicationPages.class);

  private final Applications applications;
  private final SimulatorSettings settings;
  private final Html html;
  private final Map<String, RelyingParty> parties = new ConcurrentHashMap<>();

  /** Who is signed in, by browser session and application. */
  private final Map<String, Guest> guests = new ConcurrentHashMap<>();

  ApplicationPages(Applications applications, SimulatorSettings settings, Html html) {
    this.applications = applications;
    this.settings = settings;
    this.html = html;
  }

  @GetMapping
  ResponseEntity<byte[]> all() {
    return html.page("applications.jte", Map.of("applications", applications.all()));
  }

  @GetMapping("/{id}/")
  ResponseEntity<byte[]> home(@PathVariable String id, HttpSession session) {
    var guest = guests.get(key(id, session));
    return html.page(
        "application.jte",
        guest == null
            ? Map.of("application", application(id))
            : Map.of("application", application(id), "guest", guest));
  }

  @GetMapping("/{id}/anmelden")
  ResponseEntity<Void> signIn(
      @PathVariable String id,
      @RequestParam(name = "iss", defaultValue = "") String issuer,
      HttpSession session)
      throws Refused {
    if (!issuer.isEmpty() && !issuer.equals(settings.portal().toString())) {
      throw new Refused("somebody else wants to sign people in here: " + issuer);
    }
    var begun = party(id).begin();
    session.setAttribute(id, begun);
    return to(begun.address());
  }

  @GetMapping("/{id}/zurueck")
  ResponseEntity<Void> back(
      @PathVariable String id, HttpServletRequest request, HttpSession session) throws Refused {
    if (!(session.getAttribute(id) instanceof SignIn begun)) {
      throw new Refused("there is no sign-in here");
    }
    session.removeAttribute(id);
    var answered = URI.create(request.getRequestURL() + "?" + request.getQueryString());
    guests.put(key(id, session), party(id).end(begun, answered));
    return to(URI.create(application(id).path()));
  }

  @GetMapping("/{id}/abmelden")
  ResponseEntity<Void> logOut(@PathVariable String id, HttpSession session) throws Refused {
    var guest = guests.remove(key(id, session));
    return to(guest == null ? URI.create(application(id).path()) : party(id).logout(guest));
  }

  /** The portal says that a session ended. */
  @PostMapping("/{id}/abgemeldet")
  ResponseEntity<Void> ended(
      @PathVariable String id, @RequestParam("logout_token") String logoutToken) throws Refused {
    var session = party(id).ended(logoutToken);
    guests.values().removeIf(guest -> guest.session().equals(session));
    return ResponseEntity.noContent().build();
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(Refused cause) {
    log.warn("Nobody was signed in: {}", cause.getMessage());
    var page =
        html.page("refused.jte", Map.of("reason", String.valueOf(cause.getMessage()))).getBody();
    return ResponseEntity.badRequest().header("Content-Type", "text/html;charset=UTF-8").body(page);
  }

  private RelyingParty party(String id) throws Refused {
    var known = parties.get(id);
    if (known != null) {
      return known;
    }
    try {
      var application = application(id);
      var party =
          new RelyingParty(
              application, applications.keys(application), settings.portal(), settings.self());
      parties.put(id, party);
      return party;
    } catch (IOException | GeneralException e) {
      throw new Refused(e);
    }
  }

  private Application application(String id) {
    return applications
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String key(String id, HttpSession session) {
    return id + " " + session.getId();
  }

  private static ResponseEntity<Void> to(URI address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
  }
}
