package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.clerk.Clerk;
import ch.meinkonto.connector.worklist.clerk.Clerks;
import ch.meinkonto.connector.worklist.clerk.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The head says who works at the unit's worklist. Nobody can shut themselves out. */
@WorklistPage
class TeamPages {

  private static final Logger log = LoggerFactory.getLogger(TeamPages.class);
  private static final String CODE = TeamPages.class.getName() + ".code";
  private static final int LONGEST_NAME = 80;

  private final Html html;
  private final Clerks clerks;

  TeamPages(Html html, Clerks clerks) {
    this.html = html;
    this.clerks = clerks;
  }

  @GetMapping("/team")
  ResponseEntity<byte[]> team(Visit visit) {
    var session = visit.heading().request().getSession();
    String code = session.getAttribute(CODE) instanceof String fresh ? fresh : "";
    session.removeAttribute(CODE);
    return html.page(
        visit.frame("Team"),
        "team",
        Map.of("clerks", clerks.of(visit.clerk().unit()), "code", code));
  }

  @PostMapping("/team")
  ResponseEntity<byte[]> add(
      @RequestParam String login,
      @RequestParam String name,
      @RequestParam String rolle,
      Visit visit) {
    String wanted = login.strip().toLowerCase(Locale.ROOT);
    String called = name.strip();
    if (!Clerks.isLogin(wanted) || called.isEmpty() || called.length() > LONGEST_NAME) {
      Frame.problem(
          visit.heading().request(),
          "Es braucht einen Namen und einen Anmeldenamen: nur kleine Buchstaben ohne Umlaute, Ziffern, Punkte und Striche.");
      return LoginPages.to("/team");
    }
    Optional<String> code = clerks.add(wanted, called, visit.heading().clerk().unit(), role(rolle));
    if (code.isEmpty()) {
      Frame.problem(
          visit.request(), "Diesen Anmeldenamen gibt es schon. Nehmen Sie einen anderen.");
    } else {
      log.info("{} has added {}", visit.login(), wanted);
      show(visit, called, code.get());
    }
    return LoginPages.to("/team");
  }

  private static void show(Visit visit, String name, String code) {
    visit.request().getSession().setAttribute(CODE, code);
    Frame.notice(visit.request(), "Startcode für " + name + ":");
  }

  @PostMapping("/team/{login}/rolle")
  ResponseEntity<byte[]> role(@PathVariable String login, @RequestParam String rolle, Visit visit) {
    Clerk clerk = other(visit, login);
    clerks.setRole(clerk.login(), role(rolle));
    log.info("{} has changed the role of {}", visit.login(), login);
    Frame.notice(visit.request(), "%s: Die Rolle ist geändert.".formatted(clerk.name()));
    return LoginPages.to("/team");
  }

  @PostMapping("/team/{login}/sperren")
  ResponseEntity<byte[]> lock(
      @PathVariable String login, @RequestParam boolean gesperrt, Visit visit) {
    Clerk clerk = other(visit, login);
    clerks.setLocked(clerk.login(), gesperrt);
    log.info("{} has {} {}", visit.login(), gesperrt ? "locked" : "unlocked", login);
    Frame.notice(
        visit.request(),
        gesperrt
            ? "%s kann sich nicht mehr anmelden.".formatted(clerk.name())
            : "%s kann sich wieder anmelden.".formatted(clerk.name()));
    return LoginPages.to("/team");
  }

  @PostMapping("/team/{login}/startcode")
  ResponseEntity<byte[]> beginAgain(@PathVariable String login, Visit visit) {
    Clerk clerk = other(visit, login);
    clerks.beginAgain(clerk.login()).ifPresent(code -> show(visit, clerk.name(), code));
    log.info("{} has given {} a new start code", visit.login(), login);
    return LoginPages.to("/team");
  }

  private Clerk other(Visit visit, String login) {
    return clerks
        .find(login)
        .filter(clerk -> clerk.unit().equals(visit.heading().clerk().unit()))
        .filter(clerk -> !clerk.login().equals(visit.login()))
        .orElseThrow(Visit.NotFound::new);
  }

  private static Role role(String code) {
    try {
      return Role.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw new Visit.NotFound();
    }
  }
}
