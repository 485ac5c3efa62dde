package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.SoftwareAuthenticator;
import ch.meinkonto.testing.TickingClock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the middle of something that asks for a second factor, to one, and back. */
@PortalTest
class SecondFactorTest {

  private static final String HERE = "/antrag/1/pruefen";
  private static final String WAY = "?weiter=%2Fantrag%2F1%2Fpruefen";
  private static final String GUIDE = "/konto/zweiter-faktor" + WAY;

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;

  private Resident maya;
  private PasskeyHand hand;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    hand = PasskeyHand.of(maya, SoftwareAuthenticator.at(settings.baseUrl()));
  }

  @Test
  void whoHasNoneIsToldHowToGetOneAndComesBack() {
    assertThat(maya.browser().get(GUIDE).body())
        .contains("Zweite Bestätigung einrichten", "href=\"/konto/passkeys" + WAY + "\"")
        .contains("href=\"" + HERE + "\"");

    var list = "/konto/passkeys" + WAY;
    assertThat(maya.browser().get(list).body()).contains("action=\"" + list + "\"");
    var token = maya.browser().token(list);
    var made = hand.device().make(hand.creationOptions(token));
    var added = maya.browser().post(list, token, Map.of("answer", made, "name", "Handy"));

    assertThat(added.location()).isEqualTo(HERE);
    assertThat(maya.browser().get(GUIDE).location()).isEqualTo(HERE);
  }

  @Test
  void whoLoggedInTooLongAgoProvesItFirstAndStillComesBack() {
    clock.tick(Freshness.LATELY.plusSeconds(1));
    var asked = maya.browser().get("/konto/passkeys" + WAY).location();
    assertThat(asked)
        .isEqualTo(
            "/anmelden/bestaetigen?weiter=%2Fkonto%2Fpasskeys%3Fweiter%3D%252Fantrag%252F1%252Fpruefen");
    assertThat(maya.browser().submit(asked, Map.of("password", maya.password())).location())
        .isEqualTo("/konto/passkeys" + WAY);
  }

  @Test
  void whoHasAPasskeyIsAskedForItAndComesBack() {
    hand.setUp("Handy");
    var elsewhere = maya.in(new Browser(port));
    elsewhere.logIn();
    var confirm = PasskeyHand.CONFIRM + WAY;

    assertThat(elsewhere.browser().get(GUIDE).location()).isEqualTo(confirm);
    assertThat(elsewhere.browser().get(confirm).body())
        .contains("Mit Passkey bestätigen", "href=\"" + HERE + "\"");

    assertThat(hand.in(elsewhere.browser()).confirm(HERE).location()).isEqualTo(HERE);
    assertThat(elsewhere.browser().get(GUIDE).location()).isEqualTo(HERE);
  }

  @Test
  void whoLoggedInByPasskeyIsAskedNothing() {
    hand.setUp("Handy");
    var elsewhere = hand.in(new Browser(port));
    elsewhere.logIn();
    assertThat(elsewhere.browser().get(GUIDE).location()).isEqualTo(HERE);
  }

  @Test
  void nobodyIsLedElsewhere() {
    var stranger = new Browser(port);
    assertThat(stranger.get(GUIDE).location()).startsWith("/anmelden?weiter=");
    hand.setUp("Handy");
    assertThat(maya.browser().get("/konto/zweiter-faktor?weiter=//example.com").location())
        .isEqualTo("/konto");
    assertThat(maya.browser().get("/konto/passkeys/angebot?weiter=https://example.com").location())
        .isEqualTo("/konto");
  }

  @Test
  void aBrowserThatCanIsOfferedAPasskeyRightAfterRegistering() {
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.beginRegistration(HERE);

    var offered =
        noemi
            .browser()
            .submit("/registrieren/code", Map.of("code", code(noemi), "passkeys", "true"))
            .location();

    assertThat(offered).isEqualTo("/konto/passkeys/angebot" + WAY);
    assertThat(noemi.browser().get(offered).body())
        .contains("Nächstes Mal ohne Passwort?", "href=\"" + HERE + "\"")
        .contains("action=\"/konto/passkeys" + WAY + "\"");
  }

  @Test
  void aBrowserThatCannotGoesStraightOn() {
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.beginRegistration(HERE);

    assertThat(
            noemi
                .browser()
                .submit("/registrieren/code", Map.of("code", code(noemi), "passkeys", "false"))
                .location())
        .isEqualTo(HERE);
  }

  private String code(Resident resident) {
    return mailbox.awaitCode(resident.email(), "Code für Mein Konto");
  }
}
