package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maya uses an authenticator app as her second factor. */
@PortalTest
class AuthenticatorTest {

  private static final String CONFIRM = "/anmelden/bestaetigen";
  private static final String BY_APP = CONFIRM + "/app";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired Authenticators authenticators;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private Resident maya;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
  }

  @Test
  void mayaSetsUpAnAppAndIsTold() {
    var app = AuthenticatorApp.begin(maya.browser(), clock);
    assertThat(maya.browser().get(AuthenticatorApp.NEW).body())
        .contains("<svg class=\"qr\"", "Mein%20Konto%20", "maya.");

    var answer =
        maya.browser()
            .submit(
                AuthenticatorApp.NEW,
                AuthenticatorApp.NEW + "/code",
                Map.of("code", app.code().replaceFirst("(...)", "$1 ")));

    assertThat(answer.location()).isEqualTo(AuthenticatorApp.PAGE);
    assertThat(maya.browser().get(answer.location()).body())
        .contains("Die App ist eingerichtet")
        .contains("Sie haben noch keine Wiederherstellungscodes")
        .contains("href=\"/konto/wiederherstellungscodes\"");
    assertThat(maya.browser().get(AuthenticatorApp.PAGE).body())
        .contains("Ihre App ist eingerichtet")
        .doesNotContain("otpauth:");
    assertThat(maya.browser().get("/datenprotokoll").body())
        .contains("Sie haben eine Authenticator-App eingerichtet");
    mailbox.awaitMail(maya.email(), "Authenticator-App für Ihr Konto eingerichtet");
  }

  @Test
  void theSameSecretIsShownUntilAFirstCodeProvesThatAnAppHasIt() {
    var app = AuthenticatorApp.begin(maya.browser(), clock);
    var wrong =
        maya.browser()
            .submit(
                AuthenticatorApp.NEW,
                AuthenticatorApp.NEW + "/code",
                Map.of("code", app.wrongCode()));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Der Code stimmt nicht", "Fehler:");
    assertThat(authenticators.any(account())).isFalse();

    var again = AuthenticatorApp.begin(maya.browser(), clock);
    assertThat(again.code()).isEqualTo(app.code());
  }

  @Test
  void whoTakesLongerThanAnHourBeginsAnew() {
    AuthenticatorApp.begin(maya.browser(), clock);
    for (var time = 0; time < 3; time++) {
      clock.tick(Duration.ofMinutes(21));
      maya.browser().get("/konto");
    }
    confirmByPassword(maya.browser());

    assertThat(maya.browser().get(AuthenticatorApp.NEW).location())
        .isEqualTo(AuthenticatorApp.PAGE);
  }

  @Test
  void whoCameFromAFormIsLedBackToIt() {
    var way = "?weiter=%2Fantrag%2F1%2Fpruefen";
    var browser = maya.browser();
    assertThat(browser.get("/konto/zweiter-faktor" + way).body())
        .contains("href=\"" + AuthenticatorApp.PAGE + way + "\"");

    var begun = browser.submit(AuthenticatorApp.PAGE + way, AuthenticatorApp.NEW + way, Map.of());
    var app = AuthenticatorApp.scan(browser.get(begun.location()).body(), clock);
    var code = AuthenticatorApp.NEW + "/code" + way;
    assertThat(browser.get(begun.location()).body()).contains("action=\"" + code + "\"");

    assertThat(browser.submit(begun.location(), code, Map.of("code", app.code())).location())
        .isEqualTo("/antrag/1/pruefen");
    assertThat(browser.get("/konto/zweiter-faktor" + way).location())
        .isEqualTo("/antrag/1/pruefen");
  }

  @Test
  void anAppSatisfiesWhatAsksForTwoFactors() {
    var app = AuthenticatorApp.setUp(maya.browser(), clock);
    var way = "?weiter=%2Fantrag%2F1%2Fpruefen";
    var browser = new Browser(port);
    maya.in(browser).logIn();

    assertThat(browser.get("/konto/zweiter-faktor" + way).location()).isEqualTo(CONFIRM + way);
    assertThat(confirm(browser, "/antrag/1/pruefen", app.code()).location())
        .isEqualTo("/antrag/1/pruefen");
    assertThat(browser.get("/konto/zweiter-faktor" + way).location())
        .isEqualTo("/antrag/1/pruefen");
  }

  @Test
  void whoProvedThemselvesTooLongAgoComesBackWithTheWayOn() {
    var page = AuthenticatorApp.PAGE + "?weiter=%2Fantrag%2F1";
    clock.tick(Freshness.LATELY.plusSeconds(1));

    var asked = maya.browser().get(page).location();

    assertThat(maya.browser().submit(asked, Map.of("password", maya.password())).location())
        .isEqualTo(page);
  }

  @Test
  void aPasswordOpensHerAccountButDoesNotChangeIt() {
    AuthenticatorApp.setUp(maya.browser(), clock);
    var thief = maya.in(new Browser(port)).browser();
    maya.in(thief).logIn();

    assertThat(thief.get("/konto").status()).isEqualTo(200);
    for (var page :
        List.of(
            AuthenticatorApp.PAGE,
            "/konto/passkeys",
            "/konto/wiederherstellungscodes",
            "/konto/email",
            "/konto/kontakt",
            "/konto/passwort")) {
      assertThat(thief.get(page).location())
          .isEqualTo(CONFIRM + "?weiter=" + page.replace("/", "%2F"));
    }
    assertThat(thief.get(CONFIRM).body()).contains("name=\"code\"").doesNotContain("\"password\"");
    confirmByPassword(thief);
    assertThat(thief.get("/konto/email").status()).isEqualTo(302);
    assertThat(thief.submit(CONFIRM, "/konto/authenticator/entfernen", Map.of()).location())
        .startsWith(CONFIRM);
    assertThat(authenticators.any(account())).isTrue();
  }

  @Test
  void theAppsCodeIsTheSecondFactorAndLeadsBack() {
    var app = AuthenticatorApp.setUp(maya.browser(), clock);
    var browser = new Browser(port);
    maya.in(browser).logIn();

    var answer = confirm(browser, "/konto/email", app.code());

    assertThat(answer.location()).isEqualTo("/konto/email");
    assertThat(browser.get("/konto/email").status()).isEqualTo(200);
    clock.tick(Freshness.LATELY.plusSeconds(1));
    assertThat(browser.get("/konto/email").status()).isEqualTo(302);
  }

  @Test
  void aCodeWorksOnce() {
    var app = AuthenticatorApp.setUp(maya.browser(), clock);
    var code = app.code();
    assertThat(confirm(maya.browser(), "/konto", code).status()).isEqualTo(302);

    var elsewhere = new Browser(port);
    maya.in(elsewhere).logIn();
    assertThat(confirm(elsewhere, "/konto", code).body()).contains("schon verwendet");
    var older = app.code(clock.instant().minus(Totp.STEP));
    assertThat(confirm(elsewhere, "/konto", older).status()).isEqualTo(422);
    assertThat(confirm(elsewhere, "/konto", app.next()).status()).isEqualTo(302);
  }

  @Test
  void ofManyWhoSendTheSameCodeAtOnceOneIsRight() throws Exception {
    var app = AuthenticatorApp.setUp(maya.browser(), clock);
    var code = app.code();
    Callable<Authenticators.Check> use = () -> authenticators.use(account(), code);

    try (var threads = Executors.newFixedThreadPool(4)) {
      var checks =
          threads.invokeAll(List.of(use, use, use, use)).stream()
              .map(done -> done.resultNow())
              .toList();
      assertThat(checks).containsOnlyOnce(Authenticators.Check.RIGHT);
    }
  }

  @Test
  void whoGuessesCodesMustWaitAndMayaIsTold() {
    var app = AuthenticatorApp.setUp(maya.browser(), clock);
    var guesser = new Browser(port);
    maya.in(guesser).logIn();
    for (var guess = 0; guess < 5; guess++) {
      assertThat(confirm(guesser, "/konto", app.wrongCode()).body())
          .contains("Der Code stimmt nicht");
    }

    var refused = confirm(guesser, "/konto", app.next());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Versuchen Sie es in ").doesNotContain("{0");
    mailbox.awaitMail(maya.email(), "Jemand kennt vielleicht Ihr Passwort");
    assertThat(confirm(maya.browser(), "/konto", app.code()).status()).isEqualTo(302);
    clock.tick(Duration.ofMinutes(3));
    assertThat(confirm(guesser, "/konto", app.code()).status()).isEqualTo(302);
  }

  @Test
  void newSessionsBringAGuesserNoMoreThanTheAccountHas() {
    var app = AuthenticatorApp.setUp(maya.browser(), clock);
    for (var session = 0; session < 4; session++) {
      var guesser = new Browser(port);
      maya.in(guesser).logIn();
      for (var guess = 0; guess < 5; guess++) {
        confirm(guesser, "/konto", app.wrongCode());
      }
    }
    var another = new Browser(port);
    maya.in(another).logIn();

    assertThat(confirm(another, "/konto", app.code()).body()).contains("Zu viele Versuche");
  }

  @Test
  void whoDoesNotKnowThePasswordCannotEvenGuess() {
    AuthenticatorApp.setUp(maya.browser(), clock);

    var answer = new Browser(port).submit("/anmelden", BY_APP, Map.of("code", "123456"));

    assertThat(answer.location()).startsWith("/anmelden");
  }

  @Test
  void anotherPersonsAppConfirmsNothing() {
    AuthenticatorApp.setUp(maya.browser(), clock);
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.register(mailbox);
    var noemisApp = AuthenticatorApp.setUp(noemi.browser(), clock);

    assertThat(confirm(maya.browser(), "/konto", noemisApp.code()).status()).isEqualTo(422);
  }

  @Test
  void mayaTakesTheAppAwayAndIsTold() {
    AuthenticatorApp.setUp(maya.browser(), clock);

    var answer =
        maya.browser().submit(AuthenticatorApp.PAGE, "/konto/authenticator/entfernen", Map.of());

    assertThat(answer.location()).isEqualTo(AuthenticatorApp.PAGE);
    assertThat(maya.browser().get(AuthenticatorApp.PAGE).body())
        .contains("Die App ist entfernt", "App einrichten");
    mailbox.awaitMail(maya.email(), "Authenticator-App entfernt");
    maya.in(new Browser(port)).logIn();
    assertThat(maya.browser().get("/konto/email").status()).isEqualTo(200);
  }

  @Test
  void theSecretIsReadableWithTheAccountsKeyOnly() {
    var app = AuthenticatorApp.setUp(maya.browser(), clock);
    var sealed =
        jdbc.sql("SELECT secret FROM login_authenticator WHERE account_id = :account")
            .param("account", account().value())
            .query(byte[].class)
            .single();

    // a nonce and a tag besides the twenty bytes, and another code
    assertThat(sealed).hasSize(1 + 12 + Totp.SECRET_BYTES + 16);
    assertThat(Totp.code(sealed, clock.instant().getEpochSecond() / 30)).isNotEqualTo(app.code());
  }

  @Test
  void badInputAtTheDoorIsRefusedKindly() {
    AuthenticatorApp.setUp(maya.browser(), clock);
    for (var bad : List.of("", "x".repeat(10_000), "a\u0000b", "' OR 1=1 --", "１２３４５６")) {
      assertThat(confirm(maya.browser(), "/konto", bad).status()).isEqualTo(422);
      clock.tick(Duration.ofMinutes(3));
    }
  }

  private Browser.Answer confirm(Browser browser, String next, String code) {
    return browser.submit(
        CONFIRM, BY_APP + "?weiter=" + next.replace("/", "%2F"), Map.of("code", code));
  }

  private void confirmByPassword(Browser browser) {
    browser.submit(CONFIRM, Map.of("password", maya.password()));
  }

  private AccountId account() {
    return accounts.byEmail(EmailAddress.parse(maya.email()).orElseThrow()).orElseThrow();
  }
}
