package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.SoftwareAuthenticator;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Maya looks where she is logged in, and ends what she does not want. */
@PortalTest
class DevicesTest {

  private static final Pattern END = Pattern.compile("/konto/geraete/([0-9a-f]{64})/abmelden");
  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15"
          + " (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired TickingClock clock;
  @Autowired PortalSettings settings;
  @Autowired EndSessionsCommand command;

  private Resident maya;
  private Browser phone;

  @BeforeEach
  void mayaIsLoggedInHereAndOnHerPhone() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    phone = Browser.sending(port, "User-Agent", PHONE);
    maya.in(phone).logIn();
  }

  @Test
  void mayaSeesBothAndWhichOneThisIs() {
    var page = phone.get("/konto/geraete").body();

    assertThat(page)
        .contains("Safari · iPhone", "Dieses Gerät", "Unbekanntes Gerät", "Angemeldet seit");
    assertThat(page.indexOf("Dieses Gerät")).isLessThan(page.indexOf("Unbekanntes Gerät"));
    assertThat(ends(phone)).hasSize(1);
  }

  @Test
  void mayaEndsOneAndItIsOut() {
    var answer = end(maya.browser(), ends(maya.browser()).getFirst());

    assertThat(answer.location()).isEqualTo("/konto/geraete");
    assertThat(phone.get("/konto").status()).isEqualTo(302);
    assertThat(maya.browser().get("/konto/geraete").body())
        .contains("Dieses Gerät ist abgemeldet.")
        .doesNotContain("iPhone", "Überall sonst abmelden");
  }

  @Test
  void whoProvedThemselvesLongAgoLooksButDoesItOnceMoreBeforeEndingSessions() {
    clock.tick(Freshness.LATELY.plusSeconds(1));
    var here = maya.browser();
    assertThat(here.get("/konto/geraete").body()).contains("iPhone");

    for (var end : List.of(ends(here).getFirst() + "/abmelden", "abmelden", "nicht-ich")) {
      assertThat(submit(here, "/konto/geraete/" + end).location())
          .isEqualTo("/anmelden/bestaetigen?weiter=%2Fkonto%2Fgeraete");
    }
    assertThat(phone.get("/konto").status()).isEqualTo(200);

    here.submit(
        "/anmelden/bestaetigen?weiter=%2Fkonto%2Fgeraete", Map.of("password", maya.password()));
    end(here, ends(here).getFirst());
    assertThat(phone.get("/konto").status()).isEqualTo(302);
  }

  @Test
  void mayaEndsAllOthers() {
    maya.in(new Browser(port)).logIn();

    submit(phone, "/konto/geraete/abmelden");

    assertThat(maya.browser().get("/konto").status()).isEqualTo(302);
    assertThat(phone.get("/konto/geraete").body()).contains("nur noch hier");
    assertThat(phone.get("/datenprotokoll?thema=anmeldung").body())
        .contains("mit Safari · iPhone", "auf allen Geräten abgemeldet");
  }

  @Test
  void whoChangesAFactorIsOfferedToLogOutEverywhereElse() {
    var hand = PasskeyHand.of(maya, SoftwareAuthenticator.at(settings.baseUrl()));
    hand.setUp("Handy");
    var offer = maya.browser().get("/konto/passkeys").body();
    assertThat(offer)
        .contains("auch auf anderen Geräten offen", "action=\"/konto/geraete/abmelden\"");

    submit(maya.browser(), "/konto/geraete/abmelden");

    assertThat(phone.get("/konto").status()).isEqualTo(302);
    assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
    var codes = maya.browser().submit("/konto/wiederherstellungscodes", Map.of()).body();
    assertThat(codes).contains("Wiederherstellungscodes").doesNotContain("auf anderen Geräten");
  }

  @Test
  void operatorsLogMayaOutEverywhere() {
    assertThat(command.run(List.of("niemand@example.org"))).isEqualTo(1);
    assertThat(command.run(List.of())).isEqualTo(64);
    assertThat(maya.browser().get("/konto").status()).isEqualTo(200);

    assertThat(command.run(List.of(maya.email()))).isZero();

    assertThat(maya.browser().get("/konto").status()).isEqualTo(302);
    assertThat(phone.get("/konto").status()).isEqualTo(302);
    maya.logIn();
    assertThat(maya.browser().get("/datenprotokoll").body())
        .contains("auf allen Geräten abgemeldet");
    assertThat(command.run(List.of("--all"))).isZero();
    assertThat(maya.browser().get("/konto").status()).isEqualTo(302);
  }

  @Test
  void whoIsLoggedInNowhereElseIsOfferedNothing() {
    submit(maya.browser(), "/konto/geraete/abmelden");
    PasskeyHand.of(maya, SoftwareAuthenticator.at(settings.baseUrl())).setUp("Handy");

    assertThat(maya.browser().get("/konto/passkeys").body())
        .contains("Der Passkey ist eingerichtet.")
        .doesNotContain("auf anderen Geräten");
  }

  @Test
  void newRecoveryCodesComeWithTheOffer() {
    PasskeyHand.of(maya, SoftwareAuthenticator.at(settings.baseUrl())).setUp("Handy");

    assertThat(maya.browser().submit("/konto/wiederherstellungscodes", Map.of()).body())
        .contains("auch auf anderen Geräten offen", "Überall sonst abmelden");
  }

  @Test
  void whatWasNotMayaIsThrownOutAndLeadsToANewPassword() {
    var answer = submit(maya.browser(), "/konto/geraete/nicht-ich");

    assertThat(answer.location()).isEqualTo("/konto/passwort");
    assertThat(maya.browser().get("/konto/passwort").body())
        .contains("Setzen Sie jetzt ein neues Passwort");
    assertThat(phone.get("/konto").status()).isEqualTo(302);
  }

  @Test
  void nobodyEndsWhatIsAnothers() {
    var beat = Resident.named("Beat", "Frei", port);
    beat.register(mailbox);
    var ofMaya = ends(maya.browser()).getFirst();

    assertThat(end(beat.browser(), ofMaya).status()).isEqualTo(404);
    assertThat(end(beat.browser(), "x".repeat(5_000)).status()).isEqualTo(404);
    var stranger = new Browser(port);
    assertThat(
            stranger
                .submit("/anmelden", "/konto/geraete/" + ofMaya + "/abmelden", Map.of())
                .location())
        .startsWith("/anmelden");

    assertThat(phone.get("/konto").status()).isEqualTo(200);
  }

  @Test
  void whatIsOverIsNotShown() {
    clock.tick(Duration.ofMinutes(20));
    maya.browser().get("/konto");
    clock.tick(Duration.ofMinutes(20));

    assertThat(ends(maya.browser())).isEmpty();
  }

  @Test
  void whoTypesStaysLoggedIn() {
    clock.tick(Duration.ofMinutes(20));
    var answer = maya.browser().get("/konto/sitzung");
    clock.tick(Duration.ofMinutes(20));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{\"token\":\"");
    assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
    assertThat(phone.get("/konto/sitzung").location()).startsWith("/anmelden");
  }

  @Test
  void thePageShowsNoSessionId() {
    assertThat(maya.browser().get("/konto/geraete").body())
        .doesNotContain(decoded(maya.browser()), decoded(phone));
  }

  @Test
  void aBrowserThatNeverWasHereIsToldByMailOnce() {
    mailbox.awaitMail(maya.email(), "neuen Browser");
    phone.submit("/konto", "/abmelden", Map.of());
    maya.in(phone).logIn();
    maya.in(new Browser(port)).logIn();

    await()
        .untilAsserted(() ->
            assertThat(mailbox.mails(maya.email()))
                .filteredOn(mail -> mail.subject().contains("neuen Browser"))
                .hasSize(2));
  }

  private static String decoded(Browser browser) {
    var cookie = browser.cookie("mk-session").orElseThrow();
    return new String(
        java.util.Base64.getDecoder().decode(cookie), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static List<String> ends(Browser browser) {
    return END.matcher(browser.get("/konto/geraete").body())
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  private static Browser.Answer end(Browser browser, String reference) {
    return submit(browser, "/konto/geraete/" + reference + "/abmelden");
  }

  private static Browser.Answer submit(Browser browser, String action) {
    return browser.submit("/konto/geraete", action, Map.of());
  }
}
