package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PortalTest
class ForgottenPasswordTest {

  private static final String CODE_MAIL = "Code für ein neues Passwort";
  private static final String NEW = "lampe regen donnerstag";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired TickingClock clock;

  private Resident urs;
  private Browser elsewhere;

  @BeforeEach
  void ursIsRegistered() {
    urs = Resident.named("Urs", "Gerber", port);
    urs.register(mailbox);
    elsewhere = new Browser(port);
  }

  @Test
  void ursSetsANewPasswordAndIsLoggedOutElsewhere() {
    elsewhere.submit("/passwort-vergessen", Map.of("email", urs.email()));
    var code = mailbox.awaitCode(urs.email(), CODE_MAIL);
    assertThat(code).hasSize(8);

    var answer =
        elsewhere.submit("/passwort-vergessen/code", Map.of("code", code, "password", NEW));

    assertThat(answer.location()).isEqualTo("/konto");
    assertThat(elsewhere.get("/konto").status()).isEqualTo(200);
    assertThat(urs.browser().get("/konto").status()).isEqualTo(302);
    assertThat(urs.logIn().status()).isEqualTo(422);
    assertThat(urs.logIn(NEW).status()).isEqualTo(302);
    mailbox.awaitMail(urs.email(), "Passwort wurde geändert");
  }

  @Test
  void anUnknownAddressGetsTheSameAnswer() {
    var nobody = Resident.named("Urs", "Gerber", port);

    var known = elsewhere.submit("/passwort-vergessen", Map.of("email", urs.email()));
    var unknown = nobody.browser().submit("/passwort-vergessen", Map.of("email", nobody.email()));

    assertThat(known.looksLike(unknown)).isTrue();
    assertThat(page(elsewhere, urs)).isEqualTo(page(nobody.browser(), nobody));
    assertThat(mailbox.awaitMail(nobody.email(), "kein Konto").text())
        .doesNotContainPattern("[0-9]{8}");
    var guess = Map.of("code", "00000000", "password", NEW);
    assertThat(elsewhere.submit("/passwort-vergessen/code", guess).status())
        .isEqualTo(nobody.browser().submit("/passwort-vergessen/code", guess).status())
        .isEqualTo(422);
  }

  @Test
  void aPasswordThatIsNotFitDoesNotUseUpTheCode() {
    elsewhere.submit("/passwort-vergessen", Map.of("email", urs.email()));
    var code = mailbox.awaitCode(urs.email(), CODE_MAIL);
    for (int time = 0; time < 6; time++) {
      assertThat(
              elsewhere
                  .submit("/passwort-vergessen/code", Map.of("code", code, "password", "kurz"))
                  .body())
          .contains("mindestens 15 Zeichen");
    }
    assertThat(
            elsewhere
                .submit(
                    "/passwort-vergessen/code",
                    Map.of("code", code, "password", "Urs Gerber Gerber Urs"))
                .body())
        .contains("fast nur aus Ihrem Namen");

    assertThat(
            elsewhere
                .submit("/passwort-vergessen/code", Map.of("code", code, "password", NEW))
                .status())
        .isEqualTo(302);
  }

  @Test
  void aCodeIsWorthNothingTooLateOrTwice() {
    elsewhere.submit("/passwort-vergessen", Map.of("email", urs.email()));
    var code = mailbox.awaitCode(urs.email(), CODE_MAIL);
    var fields = Map.of("code", code, "password", NEW);
    clock.tick(Duration.ofMinutes(16));
    assertThat(elsewhere.submit("/passwort-vergessen/code", fields).body())
        .contains("gilt nicht mehr");

    clock.tick(Duration.ofHours(1));
    elsewhere.submit("/passwort-vergessen", Map.of("email", urs.email()));
    org.awaitility.Awaitility.await()
        .until(() -> !mailbox.awaitCode(urs.email(), CODE_MAIL).equals(code));
    var fresh = Map.of("code", mailbox.awaitCode(urs.email(), CODE_MAIL), "password", NEW);
    var token = elsewhere.cookie("mk-reset").orElseThrow();
    assertThat(elsewhere.submit("/passwort-vergessen/code", fresh).status()).isEqualTo(302);
    var thief = new Browser(port);
    thief.plant("mk-reset", token);
    assertThat(thief.submit("/passwort-vergessen", "/passwort-vergessen/code", fresh).body())
        .contains("Der Code ist abgelaufen");
  }

  @Test
  void ursChangesHisPasswordAndStaysLoggedInHere() {
    urs.in(elsewhere).logIn();
    var wrong =
        urs.browser().submit("/konto/passwort", Map.of("current", "falsch", "password", NEW));
    assertThat(wrong.body()).contains("Das Passwort stimmt nicht");

    var answer =
        urs.browser().submit("/konto/passwort", Map.of("current", urs.password(), "password", NEW));

    assertThat(answer.location()).isEqualTo("/konto");
    assertThat(urs.browser().get("/konto").status()).isEqualTo(200);
    assertThat(elsewhere.get("/konto").status()).isEqualTo(302);
    mailbox.awaitMail(urs.email(), "Passwort wurde geändert");
  }

  private static String page(Browser browser, Resident resident) {
    return browser
        .get("/passwort-vergessen/code")
        .body()
        .replace(resident.email(), "EMAIL")
        .replaceAll("value=\"[^\"]{30,}\"", "");
  }
}
