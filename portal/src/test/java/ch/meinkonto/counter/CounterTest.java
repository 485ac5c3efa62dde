package ch.meinkonto.counter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Maya comes to the counter with her passport; Carla works there. */
@PortalTest
class CounterTest {

  private static final String PAGE = CounterPages.PATH;
  private static final String CODE = PAGE + "/code";
  private static final String COUNTER = "Stadthaus, Schalter 3";
  private static final String RECOVER = "/konto-wiederherstellen";
  private static final Pattern ISSUED =
      Pattern.compile("class=\"secret secret-large\">([0-9A-Z-]{29})<");

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired CounterStaff staff;
  @Autowired CounterStaffCommand command;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;

  private Resident maya;
  private Resident carla;

  @BeforeEach
  void carlaWorksAtTheCounter() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    passkey(maya);
    carla = Resident.named("Carla", "Amt", port);
    carla.register(mailbox);
    passkey(carla);
    assertThat(command.run(List.of("add", carla.email(), COUNTER))).isZero();
  }

  @Test
  void mayaGoesWithACodeAndHasHerAccountBack() {
    var looked = carla.browser().submit(PAGE, Map.of("email", maya.email()));
    assertThat(looked.body()).contains("Maya Keller", "Ausweis prüfen").doesNotContain("Passkey");

    var issued = issue(carla.browser(), Map.of("email", maya.email(), "checked", "true"));
    var found = ISSUED.matcher(issued.body());
    assertThat(found.find()).isTrue();
    mailbox.awaitMail(maya.email(), "Am Schalter wurde ein Code");

    var home = new Browser(port);
    home.submit(RECOVER, Map.of("email", maya.email()));
    var mailed = mailbox.awaitCode(maya.email(), "Code zum Wiederherstellen");
    var answer =
        home.submit(
            RECOVER + "/code",
            Map.of(
                "code", mailed, "recovery", found.group(1), "password", "lampe regen donnerstag"));

    assertThat(home.get(answer.location()).body()).contains("ist wiederhergestellt");
    assertThat(home.get("/datenprotokoll").body())
        .contains(
            "Am Schalter «" + COUNTER + "» haben Sie einen Code erhalten",
            "Am Schalter «" + COUNTER + "» wurde Ihr Name aufgerufen");
  }

  @Test
  void theCodeCountsForADay() {
    var issued = issue(carla.browser(), Map.of("email", maya.email(), "checked", "true"));
    var found = ISSUED.matcher(issued.body());
    assertThat(found.find()).isTrue();
    clock.tick(Duration.ofHours(24));
    var home = new Browser(port);
    home.submit(RECOVER, Map.of("email", maya.email()));
    var mailed = mailbox.awaitCode(maya.email(), "Code zum Wiederherstellen");
    assertThat(
            home.submit(
                    RECOVER + "/code",
                    Map.of(
                        "code", mailed, "recovery", found.group(1), "password", "lampe regen eins"))
                .body())
        .contains("gilt nicht");
  }

  @Test
  void forEverybodyElseThereIsNoCounter() {
    assertThat(new Browser(port).get(PAGE).location()).startsWith("/anmelden");
    assertThat(maya.browser().get(PAGE).status()).isEqualTo(404);
    assertThat(maya.browser().submit("/konto/name", PAGE, Map.of("email", carla.email())).status())
        .isEqualTo(404);
    assertThat(
            maya.browser()
                .submit("/konto/name", CODE, Map.of("email", carla.email(), "checked", "true"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void staffProveThemselvesByTwoFactorsLately() {
    var byPassword = carla.in(new Browser(port));
    byPassword.logIn();
    assertThat(byPassword.browser().get(PAGE).location()).startsWith("/anmelden/bestaetigen");
    var token = byPassword.browser().token("/konto/name");
    assertThat(
            byPassword
                .browser()
                .post(CODE, token, Map.of("email", maya.email(), "checked", "true"))
                .location())
        .startsWith("/anmelden/bestaetigen");

    assertThat(carla.browser().get(PAGE).status()).isEqualTo(200);
    clock.tick(Duration.ofMinutes(11));
    assertThat(carla.browser().get(PAGE).location()).startsWith("/anmelden/bestaetigen");
  }

  @Test
  void withoutTheDocumentThereIsNoCode() {
    var answer = issue(carla.browser(), Map.of("email", maya.email()));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Prüfen Sie zuerst den Ausweis").doesNotContain("secret");
  }

  @Test
  void nobodyIssuesACodeForThemselves() {
    var answer = issue(carla.browser(), Map.of("email", carla.email(), "checked", "true"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Das ist Ihr eigenes Konto");
  }

  @Test
  void anAddressIsTypedWholeOrFindsNothing() {
    for (var typed : new String[] {"", "maya", "niemand@example.org", "%@example.org"}) {
      var answer = carla.browser().submit(PAGE, Map.of("email", typed));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).doesNotContain("Keller");
    }
  }

  @Test
  void looksAndCodesAreCounted() {
    for (var count = 0; count < 3; count++) {
      assertThat(issue(carla.browser(), Map.of("email", maya.email(), "checked", "true")).status())
          .isEqualTo(200);
    }
    assertThat(issue(carla.browser(), Map.of("email", maya.email(), "checked", "true")).body())
        .contains("heute schon mehrere Codes");
    var last = carla.browser().submit(PAGE, Map.of("email", maya.email()));
    for (var count = 0; count < CounterPages.LOOKS.times() && last.status() == 200; count++) {
      last = carla.browser().submit(PAGE, Map.of("email", maya.email()));
    }
    assertThat(last.body()).contains("Sie haben viele Konten aufgerufen");
  }

  @Test
  void operatorsSayWhoWorksThere() {
    assertThat(command.run(List.of())).isZero();
    assertThat(command.run(List.of("remove", carla.email()))).isZero();
    assertThat(carla.browser().get(PAGE).status()).isEqualTo(404);

    var plain = Resident.named("Petra", "Ohne", port);
    plain.register(mailbox);
    assertThat(command.run(List.of("add", plain.email(), COUNTER))).isEqualTo(1);
    assertThat(command.run(List.of("add", "niemand@example.org", COUNTER))).isEqualTo(1);
    assertThat(command.run(List.of("add", maya.email()))).isEqualTo(64);
    assertThat(command.run(List.of("add", maya.email(), " "))).isEqualTo(64);
  }

  @Test
  void whoClosesTheirAccountWorksThereNoMore() {
    var account = accounts.byEmail(EmailAddress.parse(carla.email()).orElseThrow()).orElseThrow();
    accounts.close(account);
    assertThat(command.run(List.of())).isZero();
    assertThat(staff.counterOf(account)).isEmpty();
  }

  private static Browser.Answer issue(Browser browser, Map<String, String> fields) {
    return browser.submit(PAGE, CODE, fields);
  }

  private void passkey(Resident resident) {
    var list = "/konto/passkeys";
    var token = resident.browser().token(list);
    var options = resident.browser().post(list + "/optionen", token, Map.of()).body();
    var device = SoftwareAuthenticator.at(settings.baseUrl());
    resident
        .browser()
        .post(list, token, Map.of("answer", device.make(options), "name", "Schlüssel"));
  }
}
