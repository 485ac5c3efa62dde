package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.clerk.Attempts;
import ch.meinkonto.connector.worklist.clerk.Clerk;
import ch.meinkonto.connector.worklist.clerk.Clerks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login: the password first, the code of the second factor then, always both. */
@WorklistPage
class LoginPages {

  private static final Logger log = LoggerFactory.getLogger(LoginPages.class);
  private static final String HALFWAY = LoginPages.class.getName() + ".halfway";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Somebody who has shown the password. */
  private record Halfway(String login, Instant since, Instant until) implements Serializable {}

  private final Clerks clerks;
  private final Attempts attempts;
  private final Entrance entrance;
  private final Html html;
  private final Clock clock = Clock.systemUTC();

  LoginPages(Clerks clerks, Attempts attempts, Entrance entrance, Html html) {
    this.clerks = clerks;
    this.attempts = attempts;
    this.entrance = entrance;
    this.html = html;
  }

  @GetMapping("/anmelden")
  ResponseEntity<byte[]> login(HttpServletRequest request) {
    String hint =
        request.getParameter("abgemeldet") != null
            ? "Sie sind abgemeldet."
            : request.getParameter("abgelaufen") != null
                ? "Ihre Sitzung ist zu Ende. Melden Sie sich bitte wieder an."
                : "";
    return login(HttpStatus.OK, request, "", hint, "");
  }

  private ResponseEntity<byte[]> login(
      HttpStatus status, HttpServletRequest request, String login, String hint, String problem) {
    return html.page(
        status,
        Frame.of(request, "Anmelden").withProblem(problem.isEmpty() ? null : problem),
        "login",
        Map.of("login", login, "hint", hint));
  }

  @PostMapping("/anmelden")
  ResponseEntity<byte[]> password(
      @RequestParam String name, @RequestParam String passwort, HttpServletRequest request) {
    String login = name.strip().toLowerCase(Locale.ROOT);
    if (passwort.length() > Clerks.LONGEST_PASSWORD || !Clerks.isLogin(login)) {
      return wrong(request, name);
    }
    return switch (attempts.password(
        login, request.getRemoteAddr(), entrance.knows(request, login))) {
      case Attempts.Answer.Wait(Duration until) -> {
        log.warn("{} tries to log in too often", login);
        yield login(
            HttpStatus.TOO_MANY_REQUESTS,
            request,
            name,
            "",
            "Das waren zu viele Versuche. Versuchen Sie es in %s wieder."
                .formatted(Words.wait(until)));
      }
      case Attempts.Answer.Go(Attempts.Try attempt) -> {
        Optional<Clerk> clerk = clerks.withPassword(login, passwort);
        if (clerk.isEmpty()) {
          log.warn("a log-in failed: wrong name or password");
          yield wrong(request, name);
        }
        attempt.wentWell();
        request
            .getSession()
            .setAttribute(
                HALFWAY, new Halfway(login, clerk.get().since(), clock.instant().plus(PATIENCE)));
        request.changeSessionId();
        yield to("/anmelden/code");
      }
    };
  }

  private ResponseEntity<byte[]> wrong(HttpServletRequest request, String name) {
    return login(
        HttpStatus.UNPROCESSABLE_CONTENT,
        request,
        name,
        "",
        "Name oder Passwort stimmt nicht. Prüfen Sie beides.");
  }

  @GetMapping("/anmelden/code")
  ResponseEntity<byte[]> code(HttpServletRequest request) {
    return halfway(request).isPresent()
        ? html.page(Frame.of(request, "Code eingeben"), "code", Map.of())
        : to("/anmelden?abgelaufen");
  }

  @PostMapping("/anmelden/code")
  ResponseEntity<byte[]> code(
      @RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
    Optional<Halfway> halfway = halfway(request);
    if (halfway.isEmpty()) {
      return to("/anmelden?abgelaufen");
    }
    String login = halfway.get().login();
    return switch (attempts.code(login)) {
      case Attempts.Answer.Wait(Duration until) ->
          wrongCode(
              request,
              HttpStatus.TOO_MANY_REQUESTS,
              "Das waren zu viele falsche Codes. Versuchen Sie es in %s wieder."
                  .formatted(Words.wait(until)));
      case Attempts.Answer.Go(Attempts.Try attempt) -> {
        if (!clerks.useCode(login, code)) {
          log.warn("a log-in of {} failed: wrong code", login);
          yield wrongCode(
              request,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "Dieser Code stimmt nicht, oder er wurde schon gebraucht. Warten Sie auf den nächsten.");
        }
        attempt.wentWell();
        yield letIn(halfway.get(), request, response);
      }
    };
  }

  private ResponseEntity<byte[]> letIn(
      Halfway halfway, HttpServletRequest request, HttpServletResponse response) {
    Optional<Clerk> clerk =
        clerks
            .find(halfway.login())
            .filter(one -> !one.locked() && one.since().equals(halfway.since()));
    if (clerk.isEmpty()) {
      return to("/anmelden?abgelaufen");
    }
    entrance.letIn(clerk.get(), request, response);
    log.info("{} has logged in", halfway.login());
    return to("/");
  }

  private ResponseEntity<byte[]> wrongCode(
      HttpServletRequest request, HttpStatus status, String problem) {
    return html.page(
        status, Frame.of(request, "Code eingeben").withProblem(problem), "code", Map.of());
  }

  private Optional<Halfway> halfway(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
            && session.getAttribute(HALFWAY) instanceof Halfway halfway
            && clock.instant().isBefore(halfway.until())
        ? Optional.of(halfway)
        : Optional.empty();
  }

  /** After a form: look at another page. */
  static ResponseEntity<byte[]> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
