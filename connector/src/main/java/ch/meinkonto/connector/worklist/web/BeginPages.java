package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.clerk.Attempts;
import ch.meinkonto.connector.worklist.clerk.Clerk;
import ch.meinkonto.connector.worklist.clerk.Clerks;
import ch.meinkonto.connector.worklist.clerk.Totp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.Base64;
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

/** A clerk's beginning: with a start code they choose a password and set up the second factor. */
@WorklistPage
class BeginPages {

  private static final Logger log = LoggerFactory.getLogger(BeginPages.class);
  private static final String BEGINNING = BeginPages.class.getName() + ".beginning";
  private static final String TITLE = "Zum ersten Mal anmelden";

  /** Somebody who has shown a start code, and the secret of the second factor to be. */
  private record Beginning(String login, String code, String secret) implements Serializable {
    byte[] bytes() {
      return Base64.getDecoder().decode(secret);
    }

    @Override
    public String toString() {
      return "Beginning[" + login + "]";
    }
  }

  private final Clerks clerks;
  private final Attempts attempts;
  private final Entrance entrance;
  private final Html html;

  BeginPages(Clerks clerks, Attempts attempts, Entrance entrance, Html html) {
    this.clerks = clerks;
    this.attempts = attempts;
    this.entrance = entrance;
    this.html = html;
  }

  @GetMapping("/einrichten")
  ResponseEntity<byte[]> start(HttpServletRequest request) {
    return html.page(Frame.of(request, TITLE), "begin", Map.of("login", ""));
  }

  @PostMapping("/einrichten")
  ResponseEntity<byte[]> start(
      @RequestParam String name, @RequestParam String startcode, HttpServletRequest request) {
    String login = name.strip().toLowerCase(Locale.ROOT);
    String problem = "Name oder Startcode stimmt nicht, oder der Startcode ist nicht mehr gültig.";
    if (!Clerks.isLogin(login)) {
      return notStarted(request, name, problem);
    }
    return switch (attempts.password("start " + login, request.getRemoteAddr(), false)) {
      case Attempts.Answer.Wait(var until) ->
          notStarted(
              request,
              name,
              "Das waren zu viele Versuche. Versuchen Sie es in %s wieder."
                  .formatted(Words.wait(until)));
      case Attempts.Answer.Go(Attempts.Try attempt) -> {
        if (!clerks.mayBegin(login, startcode)) {
          log.warn("a start code was wrong");
          yield notStarted(request, name, problem);
        }
        attempt.wentWell();
        request
            .getSession()
            .setAttribute(
                BEGINNING,
                new Beginning(login, startcode, Base64.getEncoder().encodeToString(Totp.secret())));
        request.changeSessionId();
        yield LoginPages.to("/einrichten/app");
      }
    };
  }

  private ResponseEntity<byte[]> notStarted(
      HttpServletRequest request, String name, String problem) {
    return html.page(
        HttpStatus.UNPROCESSABLE_CONTENT,
        Frame.of(request, TITLE).withProblem(problem),
        "begin",
        Map.of("login", name));
  }

  @GetMapping("/einrichten/app")
  ResponseEntity<byte[]> app(HttpServletRequest request) {
    return beginning(request)
        .map(one -> app(HttpStatus.OK, request, one, ""))
        .orElseGet(() -> LoginPages.to("/einrichten"));
  }

  private ResponseEntity<byte[]> app(
      HttpStatus status, HttpServletRequest request, Beginning one, String problem) {
    return html.page(
        status,
        Frame.of(request, "Passwort und App").withProblem(problem.isEmpty() ? null : problem),
        "begin-app",
        Map.of(
            "login",
            one.login(),
            "picture",
            QrPicture.of(Totp.address(one.bytes(), "Arbeitsliste", one.login())),
            "letters",
            Totp.letters(one.bytes()).replaceAll("(.{4})(?=.)", "$1 "),
            "shortest",
            Clerks.SHORTEST_PASSWORD));
  }

  @PostMapping("/einrichten/app")
  ResponseEntity<byte[]> app(
      @RequestParam String passwort,
      @RequestParam String nochmals,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Beginning> beginning = beginning(request);
    if (beginning.isEmpty()) {
      return LoginPages.to("/einrichten");
    }
    Beginning one = beginning.get();
    String problem = flaw(one, passwort, nochmals);
    if (problem.isEmpty() && !clerks.begin(one.login(), one.code(), passwort, one.bytes(), code)) {
      problem = "Der Code aus der App stimmt nicht. Tippen Sie den, den die App jetzt zeigt.";
    }
    Optional<Clerk> clerk = problem.isEmpty() ? clerks.find(one.login()) : Optional.empty();
    if (clerk.isEmpty()) {
      return app(HttpStatus.UNPROCESSABLE_CONTENT, request, one, problem);
    }
    entrance.letIn(clerk.get(), request, response);
    log.info("{} has set up both factors", one.login());
    Frame.notice(request, "Sie sind bereit. Ab jetzt melden Sie sich mit Passwort und App an.");
    return LoginPages.to("/");
  }

  private static String flaw(Beginning one, String password, String again) {
    if (password.codePointCount(0, password.length()) < Clerks.SHORTEST_PASSWORD) {
      return "Das Passwort ist zu kurz: Es braucht mindestens %d Zeichen."
          .formatted(Clerks.SHORTEST_PASSWORD);
    }
    if (password.length() > Clerks.LONGEST_PASSWORD) {
      return "Das Passwort ist zu lang: höchstens %d Zeichen.".formatted(Clerks.LONGEST_PASSWORD);
    }
    if (password.chars().distinct().count() < 5
        || password.toLowerCase(Locale.ROOT).contains(one.login())) {
      return "Dieses Passwort ist leicht zu erraten. Nehmen Sie ein anderes.";
    }
    return password.equals(again) ? "" : "Die beiden Passwörter sind nicht gleich.";
  }

  private static Optional<Beginning> beginning(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(BEGINNING) instanceof Beginning beginning
        ? Optional.of(beginning)
        : Optional.empty();
  }
}
