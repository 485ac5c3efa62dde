package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.access.SignIns;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.SoftwareAuthenticator;
import ch.meinkonto.testing.TickingClock;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The app Access: connecting a phone, logging in with it, and all that is refused. */
@PortalTest
class AccessTest {

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;

  private Resident maya;
  private AccessHand phone;

  @BeforeEach
  void mayaHasAPhone() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    phone = AccessHand.connect(maya, new Browser(port), key());
  }

  @Test
  void aConnectedPhoneStandsInTheListAndTheOwnerIsTold() {
    assertThat(maya.browser().get(AccessHand.LIST).body()).contains("Mayas Handy");
    mailbox.awaitMail(maya.email(), "Ein Handy ist mit Ihrem Konto");
    assertThat(phone.phone().get("/access").body()).contains("Alles erledigt");
    assertThat(maya.browser().get("/datenprotokoll?thema=anmeldung").body())
        .contains("Sie haben ein Handy mit Access verbunden.");
  }

  @Test
  void mayaLogsInByTwoFactorsAtOnce() {
    var computer = new Browser(port);
    phone.ask(computer, maya.email());
    assertThat(phone.phone().get("/access").status()).isEqualTo(200);

    phone.approve(computer);

    assertThat(AccessHand.stateAt(computer)).isEqualTo("APPROVED");
    assertThat(AccessHand.finish(computer).location()).isEqualTo("/konto");
    assertThat(computer.get("/konto").body()).contains("Maya Keller");
    assertThat(computer.get("/konto/passkeys").status()).isEqualTo(200);
  }

  @Test
  void thePhoneShowsWhoAsks() {
    var computer =
        Browser.sending(port, "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0");
    phone.ask(computer, maya.email());
    phone.asked();

    assertThat(phone.phone().get("/access").body())
        .contains("Firefox · Linux", "In einem anderen Netz", "Möchten Sie sich anmelden?");
  }

  @Test
  void thePhoneShowsWhatFor() {
    var computer = new Browser(port);
    var started =
        computer.submit("/dienste/hund-anmelden", "/dienste/hund-anmelden/antrag", Map.of());
    var form = URLEncoder.encode(started.location(), UTF_8);
    computer.post(
        "/anmelden/access?weiter=" + form,
        computer.token("/anmelden/access?weiter=" + form),
        Map.of("email", maya.email()));
    phone.asked();
    assertThat(phone.phone().get("/access").body()).contains("Hund anmelden");

    var other = new Browser(port);
    var application = URLEncoder.encode("/sso/authorize?client_id=steuerkonto&x=1", UTF_8);
    phone.deny();
    other.post(
        "/anmelden/access?weiter=" + application,
        other.token("/anmelden/access"),
        Map.of("email", maya.email()));
    phone.asked();
    assertThat(phone.phone().get("/access").body()).contains("Steuerkonto");
  }

  @Test
  void sheConfirmsAStepAndGoesOnThere() {
    clock.tick(Freshness.LATELY.plusMinutes(1));
    var asked = maya.browser().get("/konto/passkeys");
    assertThat(asked.location()).startsWith("/anmelden/bestaetigen");

    var token = maya.browser().token("/konto/name");
    maya.browser().post("/anmelden/bestaetigen/access?weiter=%2Fkonto%2Fpasskeys", token, Map.of());
    assertThat(phone.phone().get("/access").body()).contains("Bestätigen Sie einen Schritt?");
    phone.approve(maya.browser());

    assertThat(AccessHand.finish(maya.browser()).status()).isEqualTo(302);
    assertThat(maya.browser().get("/konto/passkeys").status()).isEqualTo(200);
  }

  @Test
  void anAddressThatNobodyHasLooksTheSame() {
    var known = new Browser(port);
    var unknown = new Browser(port);

    var first = phone.ask(known, maya.email());
    var second = phone.ask(unknown, "niemand@example.org");
    assertThat(first.looksLike(second)).isTrue();
    phone.asked();

    assertThat(masked(known.get(AccessHand.WAITING).body()))
        .isEqualTo(masked(unknown.get(AccessHand.WAITING).body()));
    assertThat(AccessHand.stateAt(unknown)).isEqualTo("OPEN");
    clock.tick(SignIns.VALID.plusSeconds(1));
    assertThat(AccessHand.stateAt(unknown)).isEqualTo("OVER");
    assertThat(AccessHand.stateAt(known)).isEqualTo("OVER");
  }

  @Test
  void aWrongNumberApprovesNothingAndThreeEndIt() {
    var computer = new Browser(port);
    phone.ask(computer, maya.email());
    var request = phone.asked();
    var wrong = phone.number(computer.get(AccessHand.WAITING)).equals("42") ? "43" : "42";

    assertThat(phone.type(request, "abc").status()).isEqualTo(422);
    assertThat(phone.type(request, wrong).body()).contains("nicht die Zahl");
    assertThat(phone.type(request, wrong).status()).isEqualTo(422);
    assertThat(phone.type(request, wrong).status()).isEqualTo(410);
    assertThat(phone.afterwards(request)).contains("Die Zahl war dreimal falsch.");

    assertThat(AccessHand.stateAt(computer)).isEqualTo("DENIED");
    assertThat(AccessHand.finish(computer).location()).isEqualTo("/anmelden/access");
  }

  @Test
  void anAnswerIsGoodOnceForOneRequestAndOneBrowser() {
    var computer = new Browser(port);
    phone.ask(computer, maya.email());
    var request = phone.asked();
    var options = phone.type(request, phone.number(computer.get(AccessHand.WAITING))).body();
    var answer = phone.key().answer(options);

    phone.send(request, answer);
    phone.send(request, answer);

    var thief = new Browser(port);
    thief.plant(
        "mk-waiting",
        computer.cookie("mk-waiting").orElseThrow().replaceAll("[^.]+$", "")
            + "AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(AccessHand.stateAt(thief)).isEqualTo("OPEN");
    assertThat(AccessHand.finish(thief).location()).isEqualTo("/anmelden/access");
    assertThat(AccessHand.finish(computer).location()).isEqualTo("/konto");

    var another = new Browser(port);
    phone.ask(another, maya.email());
    phone.send(phone.asked(), answer);
    assertThat(AccessHand.stateAt(another)).isEqualTo("OPEN");
  }

  @Test
  void twoBrowsersGoOnWithOneApprovalOnlyOnce() throws Exception {
    var computer = new Browser(port);
    phone.ask(computer, maya.email());
    phone.approve(computer);
    var token = computer.token("/access/verbinden");
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(() -> computer.post("/anmelden/access/weiter", token, Map.of()));
      var two = threads.submit(() -> computer.post("/anmelden/access/weiter", token, Map.of()));
      assertThat(List.of(one.get().location(), two.get().location())).containsOnlyOnce("/konto");
    }
  }

  @Test
  void whatIsApprovedTooLateIsOver() {
    var computer = new Browser(port);
    phone.ask(computer, maya.email());
    var request = phone.asked();
    var options = phone.type(request, phone.number(computer.get(AccessHand.WAITING))).body();
    clock.tick(SignIns.VALID.plusSeconds(1));

    phone.sign(request, options);

    assertThat(AccessHand.stateAt(computer)).isEqualTo("OVER");
    assertThat(phone.state()).isEqualTo("quiet");
    assertThat(phone.afterwards(request)).contains("Die drei Minuten sind um.");
  }

  @Test
  void aPhoneThatDidNotAskForFingerFaceOrPinApprovesNothing() {
    var computer = new Browser(port);
    phone.ask(computer, maya.email());
    var request = phone.asked();
    var number = phone.number(computer.get(AccessHand.WAITING));
    phone.key().on("https://access.example.com");
    phone.sign(request, phone.type(request, number).body());
    phone.key().on(settings.baseUrl().toString()).withoutVerification();
    phone.sign(request, phone.type(request, number).body());

    assertThat(AccessHand.stateAt(computer)).isEqualTo("OPEN");
  }

  @Test
  void anotherAccountsPhoneSeesAndApprovesNothing() {
    var tom = Resident.named("Tom", "Frei", port);
    tom.register(mailbox);
    var toms = AccessHand.connect(tom, new Browser(port), key());
    var computer = new Browser(port);
    phone.ask(computer, maya.email());
    var request = phone.asked();
    var number = phone.number(computer.get(AccessHand.WAITING));

    assertThat(toms.state()).isEqualTo("quiet");
    assertThat(toms.afterwards(request)).contains("Alles erledigt");
    assertThat(toms.type(request, number).status()).isEqualTo(410);
    toms.sign(request, phone.type(request, number).body());
    assertThat(AccessHand.stateAt(computer)).isEqualTo("OPEN");
  }

  @Test
  void thatWasNotMeStopsItTellsTheOwnerAndLocksTheOriginOut() {
    var stranger = new Browser(port, "203.0.113.7");
    phone.ask(stranger, maya.email());
    phone.deny();

    assertThat(AccessHand.stateAt(stranger)).isEqualTo("DENIED");
    mailbox.awaitMail(maya.email(), "Sie haben eine Anmeldung abgelehnt");
    phone.ask(stranger, maya.email());
    var owner = new Browser(port, "198.51.100.4");
    phone.ask(owner, maya.email());
    phone.approve(owner);
    assertThat(AccessHand.finish(owner).location()).isEqualTo("/konto");
  }

  @Test
  void whoAsksAgainAndAgainReachesThePhoneAFewTimesAnHourAndTheOwnerStillDoes() {
    for (var time = 0; time < 8; time++) {
      var stranger = new Browser(port, "203.0.113." + time);
      phone.ask(stranger, maya.email());
      if (time < 6) {
        phone.asked();
        stranger.post("/anmelden/access/abbrechen", stranger.token("/access/verbinden"), Map.of());
      }
    }
    assertThat(phone.state()).isEqualTo("quiet");

    var own = maya.browser();
    own.submit("/konto", "/abmelden", Map.of());
    phone.ask(own, maya.email());
    phone.approve(own);
    assertThat(AccessHand.finish(own).location()).isEqualTo("/konto");
  }

  @Test
  void theOwnersBrowserTakesTheOneOpenPlace() {
    var stranger = new Browser(port, "203.0.113.9");
    phone.ask(stranger, maya.email());
    var first = phone.asked();
    var own = maya.browser();
    own.submit("/konto", "/abmelden", Map.of());

    phone.ask(own, maya.email());
    await().until(() -> !phone.state().equals(first));

    assertThat(AccessHand.stateAt(stranger)).isEqualTo("OVER");
    phone.approve(own);
    assertThat(AccessHand.finish(own).location()).isEqualTo("/konto");
    assertThat(phone.afterwards(first)).contains("abgebrochen oder neu begonnen");
  }

  @Test
  void aCodeConnectsOnePhoneAndOnlyWithTheOwnersYes() {
    var second = new AccessHand(new Browser(port), key());
    var code = second.codeFor(maya.browser());
    assertThat(second.offer(code).location()).isEqualTo("/access");
    var late = new AccessHand(new Browser(port), key());
    assertThat(late.offer(code).status()).isEqualTo(422);

    maya.browser()
        .post(AccessHand.LIST + "/neu/nein", maya.browser().token(AccessHand.LIST), Map.of());

    assertThat(second.state()).isEqualTo("unknown");
    assertThat(maya.browser().get(AccessHand.LIST).body().split("<h3 id=\"p-")).hasSize(2);
    assertThat(second.offer("0000 0000 0000 0000").body()).contains("gilt nicht");
    assertThat(second.offer("x".repeat(5_000)).status()).isEqualTo(422);
  }

  @Test
  void aPhoneThatLostItsCookieOpensByItsKey() {
    var app = new Browser(port);
    var token = app.token("/access");
    var options = app.post("/access/oeffnen/optionen", token, Map.of()).body();
    var answer = phone.key().answer(options);

    assertThat(app.post("/access/oeffnen", token, Map.of("answer", answer)).location())
        .isEqualTo("/access");
    assertThat(app.get("/access").body()).contains("Alles erledigt");
    assertThat(
            new Browser(port)
                .submit("/access", "/access/oeffnen", Map.of("answer", answer))
                .status())
        .isEqualTo(422);
  }

  @Test
  void aPhoneThatIsDisconnectedSeesNothingMore() {
    var page = maya.browser().get(AccessHand.LIST).body();
    var remove =
        page.replaceAll("(?s).*action=\"(/konto/access/[0-9a-f-]{36}/entfernen)\".*", "$1");
    maya.browser().post(remove, maya.browser().token(AccessHand.LIST), Map.of());

    assertThat(phone.state()).isEqualTo("unknown");
    assertThat(phone.phone().get("/access/handy").status()).isEqualTo(404);
    assertThat(maya.browser().get(AccessHand.LIST).body()).contains("Sie haben noch kein Handy");
  }

  @Test
  void thePhoneDisconnectsItself() {
    phone.phone().submit("/access/handy", "/access/trennen", Map.of());

    assertThat(phone.state()).isEqualTo("unknown");
    mailbox.awaitMail(maya.email(), "Ein Handy wurde getrennt");
  }

  @Test
  void itCanBeInstalled() {
    var manifest = phone.phone().get("/access/app.webmanifest").body();
    assertThat(manifest).contains("\"start_url\":\"/access\"", "\"display\":\"standalone\"");
    assertThat(phone.phone().get("/.well-known/assetlinks.json").body()).isEqualTo("[]");
    assertThat(phone.phone().get("/.well-known/apple-app-site-association").status())
        .isEqualTo(200);
  }

  /** Without what differs from one visit to the next. */
  private static String masked(String page) {
    return page.replaceAll("\\d\\d</p>", "").replaceAll("value=\"[^\"]*\"", "");
  }

  private SoftwareAuthenticator key() {
    return SoftwareAuthenticator.at(settings.baseUrl());
  }
}
