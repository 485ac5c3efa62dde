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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class LoginTest {

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired Argon2id argon2id;
  @Autowired Passwords passwords;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private Resident maya;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aFailedLoginIsALineWithoutNames(CapturedOutput lines) {
    for (var number = 0; number <= LoginLimits.PAIR.times(); number++) {
      maya.in(new Browser(port, "2001:db8:7:7::1")).logIn("ganz falsch geraten");
    }
    assertThat(lines.getOut())
        .containsPattern("A login failed \\(password\\): who [0-9a-f]{12}, from [0-9a-f]{12}")
        .contains("A limit is reached: login-pair:")
        .doesNotContain(maya.email(), "2001:db8:7:7", "ganz falsch geraten");
  }

  @Test
  void mayaLogsOutAndInAgain() {
    assertThat(maya.browser().submit("/konto", "/abmelden", Map.of()).location()).isEqualTo("/");
    assertThat(maya.browser().get("/konto").location()).isEqualTo("/anmelden");

    assertThat(maya.logIn().location()).isEqualTo("/konto");
    assertThat(maya.browser().get("/konto").body()).contains("Maya Keller");
  }

  @Test
  void whoLogsOutToTakeAnotherAccountIsBackWhereSheWasAndNowhereElse() {
    assertThat(loggedOutTo("/dienste/umzug-melden")).isEqualTo("/dienste/umzug-melden");
    for (var elsewhere : List.of("https://example.org/", "//example.org", "/abmelden", "/\\x")) {
      assertThat(loggedOutTo(elsewhere)).as(elsewhere).isEqualTo("/");
    }
  }

  private String loggedOutTo(String wish) {
    var next = maya.browser().submit("/konto", "/abmelden", Map.of("weiter", wish)).location();
    maya.logIn();
    return next;
  }

  @Test
  void aClosedPageIsRememberedWhileLoggingIn() {
    var browser = new Browser(port);
    assertThat(browser.get("/konto/export?x=1").location())
        .isEqualTo("/anmelden?weiter=%2Fkonto%2Fexport%3Fx%3D1");
    var asked = "/anmelden?weiter=%2Fkonto%2Fexport%3Fx%3D1";
    assertThat(browser.get(asked).body()).contains("action=\"" + asked + "\"");

    var loggedIn =
        browser.submit(asked, Map.of("email", maya.email(), "password", maya.password()));
    assertThat(loggedIn.location()).isEqualTo("/konto/export?x=1");
  }

  @Test
  void whoWasLoggedOutWhileAFormWasOpenComesBackToIt() {
    var browser = Browser.sending(port, "Referer", "http://localhost:" + port + "/konto/name");
    assertThat(browser.submit("/anmelden", "/konto/name", Map.of("given", "Maya")).location())
        .isEqualTo("/anmelden?weiter=%2Fkonto%2Fname");
  }

  @Test
  void aPageThatDoesNotExistAsksNobodyForALogin() {
    var missing = new Browser(port).get("/gibt-es-nicht");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.body()).contains("href=\"/suche\"");
    assertThat(new Browser(port).get("/konto").location()).isEqualTo("/anmelden");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressGetTheSameAnswerForTheSameWork() {
    var mayaElsewhere = maya.in(new Browser(port));
    var nobody = Resident.named("Maya", "Keller", port);

    var before = argon2id.computed();
    var wrong = mayaElsewhere.logIn("falsch falsch falsch");
    var workForKnown = argon2id.computed() - before;
    var unknown = nobody.logIn("falsch falsch falsch");
    var workForUnknown = argon2id.computed() - before - workForKnown;

    assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
    assertThat(tidy(wrong, mayaElsewhere)).isEqualTo(tidy(unknown, nobody));
    assertThat(workForKnown).isEqualTo(workForUnknown).isEqualTo(1);
  }

  @Test
  void theFormKeepsTheAddressButNotThePassword() {
    var answer = maya.in(new Browser(port)).logIn("falsch falsch falsch");

    assertThat(answer.body())
        .contains("value=\"" + maya.email() + "\"", "href=\"#password\"")
        .doesNotContain("falsch falsch");
  }

  @Test
  void aSessionPlantedBeforeIsWorthNothingAfterLoggingIn() {
    var thief = new Browser(port);
    thief.get("/passwort-vergessen/code");
    var planted =
        java.util.Base64.getEncoder()
            .encodeToString(
                java.util
                    .UUID
                    .randomUUID()
                    .toString()
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var victim = maya.in(new Browser(port));
    victim.browser().plant("mk-session", planted);
    victim.logIn();
    thief.plant("mk-session", planted);

    assertThat(victim.browser().get("/konto").status()).isEqualTo(200);
    assertThat(thief.get("/konto").status()).isEqualTo(302);
  }

  @Test
  void loggingInAgainChangesSessionAndFormToken() {
    var session = maya.browser().cookie("mk-session").orElseThrow();
    var form = maya.browser().token("/konto/name");
    var token = maya.browser().cookie("mk-csrf").orElseThrow();

    maya.browser()
        .post("/anmelden", form, Map.of("email", maya.email(), "password", maya.password()));

    var elsewhere = new Browser(port);
    elsewhere.plant("mk-session", session);
    assertThat(maya.browser().cookie("mk-session").orElseThrow()).isNotEqualTo(session);
    assertThat(maya.browser().cookie("mk-csrf").filter(token::equals)).isEmpty();
    assertThat(elsewhere.get("/konto").status()).isEqualTo(302);
  }

  @Test
  void somebodyWhoGuessesMustWaitButMayaNeedNot() {
    var guesser = maya.in(new Browser(port));
    Browser.Answer answer = guesser.logIn("guess guess guess 0");
    for (int guess = 1; guess < 5; guess++) {
      assertThat(answer.status()).isEqualTo(422);
      answer = guesser.logIn("guess guess guess " + guess);
    }

    answer = guesser.logIn(maya.password());
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("Versuchen Sie es in ").doesNotContain("{0");
    mailbox.awaitMail(maya.email(), "Viele falsche Anmeldungen");

    var mayaOnHerPhone = maya.in(new Browser(port));
    assertThat(mayaOnHerPhone.logIn().status()).isEqualTo(302);

    clock.tick(Duration.ofMinutes(4));
    assertThat(guesser.logIn(maya.password()).status()).isEqualTo(302);
  }

  @Test
  void fromAKnownDeviceMayaGetsInThoughManyNetworksGuess() {
    for (int network = 0; network < 51; network++) {
      maya.in(new Browser(port)).logIn("guess guess guess");
    }
    assertThat(maya.in(new Browser(port)).logIn().status()).isEqualTo(429);

    assertThat(maya.browser().submit("/konto", "/abmelden", Map.of()).status()).isEqualTo(302);
    assertThat(maya.logIn().status()).isEqualTo(302);
  }

  @Test
  void aForgedDeviceMarkCountsForNothing() {
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.register(mailbox);
    var mark = noemi.browser().cookie("mk-device").orElseThrow();
    var guesser = maya.in(new Browser(port));
    for (int guess = 0; guess < 5; guess++) {
      guesser.logIn("guess guess guess");
    }

    guesser.browser().plant("mk-device", mark);
    assertThat(guesser.logIn().status()).isEqualTo(429);
    guesser.browser().plant("mk-device", "abc.def");
    assertThat(guesser.logIn().status()).isEqualTo(429);
  }

  @Test
  void aWeakHashIsReplacedWhenMayaLogsIn() {
    var account = account();
    passwords.set(account, argon2id.hash(maya.password(), new Argon2id.Cost(8 * 1024, 1, 1)));

    assertThat(maya.in(new Browser(port)).logIn().status()).isEqualTo(302);

    assertThat(hash(account)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(maya.in(new Browser(port)).logIn().status()).isEqualTo(302);
  }

  @Test
  void thePasswordWorksFromEveryKeyboard() {
    passwords.set(account(), argon2id.hash("caf\u00e9 z\u00fcrich \ufb01nden weg"));

    assertThat(maya.in(new Browser(port)).logIn("cafe\u0301 zu\u0308rich finden weg").status())
        .isEqualTo(302);
  }

  @Test
  void theSessionEndsAfterHalfAnHourOfSilence() {
    clock.tick(Duration.ofMinutes(29));
    assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
    clock.tick(Duration.ofMinutes(29));
    assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
    clock.tick(Duration.ofMinutes(31));
    assertThat(maya.browser().get("/konto").status()).isEqualTo(302);
  }

  @Test
  void theSessionEndsAfterTwelveHoursHoweverBusy() {
    for (int time = 0; time < 25; time++) {
      clock.tick(Duration.ofMinutes(28));
      assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
    }
    clock.tick(Duration.ofMinutes(28));
    assertThat(maya.browser().get("/konto").status()).isEqualTo(302);
  }

  @Test
  void theSessionKnowsNothingAboutMaya() {
    var attributes =
        jdbc.sql(
                """
                SELECT encode(attribute_bytes, 'escape') FROM spring_session_attributes
                JOIN spring_session ON primary_id = session_primary_id WHERE principal_name = :account
                """)
            .param("account", account().toString())
            .query(String.class)
            .list();
    assertThat(attributes)
        .isNotEmpty()
        .noneMatch(bytes -> bytes.contains("Maya") || bytes.contains("example.org"));
  }

  @Test
  void badInputAtTheDoorIsRefusedKindly() {
    for (var bad :
        new String[] {"x".repeat(10_000), "a\u0000b", "\ud800", "' OR 1=1 --", "<script>", ""}) {
      var browser = new Browser(port);
      assertThat(browser.submit("/anmelden", Map.of("email", bad, "password", "x")).status())
          .isEqualTo(422);
      assertThat(
              browser
                  .submit("/anmelden", Map.of("email", "x.y@example.org", "password", bad))
                  .status())
          .isEqualTo(422);
    }
  }

  private AccountId account() {
    return accounts.byEmail(EmailAddress.parse(maya.email()).orElseThrow()).orElseThrow();
  }

  private String hash(AccountId account) {
    return jdbc.sql("SELECT hash FROM login_password WHERE account_id = :id")
        .param("id", account.value())
        .query(String.class)
        .single();
  }

  private static String tidy(Browser.Answer answer, Resident resident) {
    return answer.body().replace(resident.email(), "EMAIL").replaceAll("value=\"[^\"]{30,}\"", "");
  }
}
