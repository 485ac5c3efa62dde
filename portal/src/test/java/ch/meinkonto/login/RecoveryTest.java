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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Maya has lost her phone: her app is gone, her recovery codes lie with her passport. */
@PortalTest
class RecoveryTest {

  private static final String PAGE = "/konto-wiederherstellen";
  private static final String CODE_PAGE = PAGE + "/code";
  private static final String CODE_MAIL = "Code zum Wiederherstellen";
  private static final String NEW = "lampe regen donnerstag";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired SecondFactors factors;
  @Autowired TickingClock clock;

  private Resident maya;
  private AccountId account;
  private List<String> kept;
  private Browser elsewhere;

  @BeforeEach
  void mayaHasAnAppAndCodes() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    account = accounts.byEmail(EmailAddress.parse(maya.email()).orElseThrow()).orElseThrow();
    AuthenticatorApp.setUp(maya.browser(), clock);
    kept = RecoveryCodesTest.make(maya.browser());
    elsewhere = new Browser(port);
  }

  @Test
  void withAMailedAndAKeptCodeMayaHasHerAccountBack() {
    var subject = accounts.subjectFor(account, "steueramt");
    assertThat(elsewhere.submit(PAGE, Map.of("email", maya.email())).location())
        .isEqualTo(CODE_PAGE);

    var answer = recover(elsewhere, mailedCode(), kept.getFirst());

    assertThat(elsewhere.get(answer.location()).body())
        .contains("Ihr Konto ist wiederhergestellt", "Maya Keller")
        .contains("href=\"/konto/passkeys\"", "href=\"/konto/authenticator\"");
    assertThat(elsewhere.get("/konto/passkeys").status()).isEqualTo(200);
    assertThat(factors.of(account)).isEqualTo(new OwnFactors(false, false, List.of(), 0));
    assertThat(accounts.subjectFor(account, "steueramt")).isEqualTo(subject);
    assertThat(elsewhere.get("/datenprotokoll").body())
        .contains("Sie haben Ihr Konto wiederhergestellt");
    mailbox.awaitMail(maya.email(), "Ihr Konto wurde wiederhergestellt");
    mailbox.awaitMail(maya.email(), "Passwort wurde geändert");
  }

  @Test
  void allOtherSessionsAndTheOldPasswordEnd() {
    begin();
    recover(elsewhere, mailedCode(), kept.getFirst());

    assertThat(maya.browser().get("/konto").status()).isEqualTo(302);
    assertThat(maya.in(new Browser(port)).logIn().status()).isEqualTo(422);
    assertThat(maya.in(new Browser(port)).logIn(NEW).status()).isEqualTo(302);
  }

  @Test
  void afterwardsANewFactorBringsNewCodes() {
    begin();
    recover(elsewhere, mailedCode(), kept.getFirst());

    AuthenticatorApp.setUp(elsewhere, clock);

    assertThat(RecoveryCodesTest.make(elsewhere)).hasSize(10).doesNotContainAnyElementsOf(kept);
  }

  @Test
  void whoIsLoggedInByPasswordFindsTheWayFromTheStepUpAndStaysIn() {
    maya.in(elsewhere).logIn();
    assertThat(elsewhere.get("/anmelden/bestaetigen").body()).contains("href=\"" + PAGE + "\"");
    assertThat(elsewhere.get(PAGE).body()).contains("value=\"" + maya.email() + "\"");
    begin();

    var answer = recover(elsewhere, mailedCode(), kept.getFirst());

    assertThat(elsewhere.get(answer.location()).status()).isEqualTo(200);
  }

  @Test
  void oneCodeAloneRecoversNothing() {
    begin();
    assertThat(recover(elsewhere, mailedCode(), "0000-0000-0000-0000-0000-0000").body())
        .contains("Dieser Wiederherstellungscode gilt nicht");
    assertThat(recover(elsewhere, "00000000", kept.getFirst()).body())
        .contains("Der Code stimmt nicht");
    assertThat(recover(elsewhere, "", kept.getFirst()).status()).isEqualTo(422);
    assertThat(recover(elsewhere, mailedCode(), "").status()).isEqualTo(422);

    assertThat(factors.of(account)).isEqualTo(new OwnFactors(false, true, List.of(), 10));
    assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
  }

  @Test
  void aPasswordThatIsNotFitUsesUpNoCode() {
    begin();
    var unfit =
        elsewhere.submit(
            CODE_PAGE, fields(mailedCode(), kept.getFirst(), "Maya Keller Keller Maya"));
    assertThat(unfit.body()).contains("fast nur aus Ihrem Namen");

    assertThat(recover(elsewhere, mailedCode(), kept.getFirst()).status()).isEqualTo(302);
  }

  @Test
  void codesWorkOnceAndInTime() {
    begin();
    var mailed = mailedCode();
    clock.tick(Duration.ofMinutes(16));
    assertThat(recover(elsewhere, mailed, kept.getFirst()).body()).contains("gilt nicht mehr");
    clock.tick(Duration.ofHours(1));
    assertThat(elsewhere.get(CODE_PAGE).body()).contains("Der Code ist abgelaufen");
  }

  @Test
  void guessingKeptCodesIsLimited() {
    begin();
    for (var guess = 0; guess < 10; guess++) {
      recover(elsewhere, mailedCode(), "0000-0000-0000-0000-0000-000" + guess);
    }
    assertThat(recover(elsewhere, mailedCode(), kept.getFirst()).body())
        .contains("Zu viele Versuche");
  }

  @Test
  void anUnknownAddressGetsTheSameAnswer() {
    var nobody = Resident.named("Maya", "Keller", port);

    var known = elsewhere.submit(PAGE, Map.of("email", maya.email()));
    var unknown = nobody.browser().submit(PAGE, Map.of("email", nobody.email()));

    assertThat(known.looksLike(unknown)).isTrue();
    assertThat(page(elsewhere, maya)).isEqualTo(page(nobody.browser(), nobody));
    assertThat(mailbox.awaitMail(nobody.email(), "kein Konto").text())
        .doesNotContainPattern("[0-9]{8}");
    var code = kept.getFirst();
    assertThat(recover(elsewhere, "00000000", code).status())
        .isEqualTo(recover(nobody.browser(), "00000000", code).status())
        .isEqualTo(422);
  }

  @Test
  void aNewAddressHasToWaitAndTheOldOneHearsOfIt() {
    var moved = Resident.named("Maya", "Keller", port);
    var browser = maya.browser();
    browser.submit("/konto/email", Map.of("email", moved.email(), "password", maya.password()));
    var code = mailbox.awaitCode(moved.email(), "Code für die neue E-Mail-Adresse");
    browser.submit("/konto/email/code", Map.of("code", code));
    mailbox.awaitMail(maya.email(), "Ihre E-Mail-Adresse wurde geändert");

    elsewhere.submit(PAGE, Map.of("email", moved.email()));
    var mail = mailbox.awaitMail(moved.email(), "noch nicht wiederherstellen");
    assertThat(mail.text()).contains("erst ab dem").doesNotContainPattern("[0-9]{8}");

    clock.tick(Recoveries.NEW_ADDRESS_WAITS);
    elsewhere.submit(PAGE, Map.of("email", moved.email()));
    var mailed = mailbox.awaitCode(moved.email(), CODE_MAIL);
    assertThat(recover(elsewhere, mailed, kept.getFirst()).status()).isEqualTo(302);
  }

  @Test
  void aForgottenPasswordLeadsPastNoSecondFactorAndEndsSessions() {
    maya.in(elsewhere).logIn();
    elsewhere.submit("/passwort-vergessen", Map.of("email", maya.email()));
    var code = mailbox.awaitCode(maya.email(), "Code für ein neues Passwort");

    var answer =
        elsewhere.submit("/passwort-vergessen/code", Map.of("code", code, "password", NEW));

    assertThat(elsewhere.get(answer.location()).status()).isEqualTo(200);
    assertThat(elsewhere.get("/konto/authenticator").location())
        .startsWith("/anmelden/bestaetigen");
    assertThat(elsewhere.get("/konto/email").location()).startsWith("/anmelden/bestaetigen");
    assertThat(maya.browser().get("/konto").status()).isEqualTo(302);
    assertThat(factors.of(account)).isEqualTo(new OwnFactors(false, true, List.of(), 10));
  }

  @Test
  void badInputAtTheDoorIsRefusedKindly() {
    for (var bad : List.of("", "x".repeat(10_000), "a\u0000b", "\ud800", "<script>")) {
      assertThat(new Browser(port).submit(PAGE, Map.of("email", bad)).status()).isEqualTo(422);
    }
    begin();
    for (var bad : List.of("", "x".repeat(10_000), "a\u0000b")) {
      assertThat(recover(elsewhere, bad, bad).status()).isEqualTo(422);
    }
  }

  private void begin() {
    elsewhere.submit(PAGE, Map.of("email", maya.email()));
  }

  private String mailedCode() {
    return mailbox.awaitCode(maya.email(), CODE_MAIL);
  }

  private static Browser.Answer recover(Browser browser, String mailed, String kept) {
    return browser.submit(CODE_PAGE, fields(mailed, kept, NEW));
  }

  private static Map<String, String> fields(String mailed, String kept, String password) {
    return Map.of("code", mailed, "recovery", kept, "password", password);
  }

  private static String page(Browser browser, Resident resident) {
    return browser
        .get(CODE_PAGE)
        .body()
        .replace(resident.email(), "EMAIL")
        .replaceAll("value=\"[^\"]{30,}\"", "");
  }
}
