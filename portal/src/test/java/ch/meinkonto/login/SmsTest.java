package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Phones;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Maya uses codes by SMS as her second factor. */
@PortalTest
class SmsTest {

  private static final String STEP_UP = "/anmelden/bestaetigen";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Phones phones;
  @Autowired Accounts accounts;
  @Autowired SmsNumbers numbers;
  @Autowired SmsCodes codes;
  @Autowired SmsChanges changes;
  @Autowired LoginExport export;
  @Autowired CurrentLogin current;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private Resident maya;
  private SmsPhone phone;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    phone = SmsPhone.of(phones);
  }

  @Test
  void whoSetsOneUpOrTakesItAwayIsOfferedToLogOutEverywhereElse() {
    var elsewhere = maya.in(new Browser(port));
    elsewhere.logIn();
    SmsPhone.of(phones).setUp(maya.browser());
    assertThat(maya.browser().get(SmsPhone.PAGE).body()).contains("auch auf anderen Geräten offen");

    maya.browser().submit(SmsPhone.PAGE, SmsPhone.PAGE + "/entfernen", Map.of());
    assertThat(maya.browser().get(SmsPhone.PAGE).body()).contains("auch auf anderen Geräten offen");
  }

  @Test
  void mayaSetsUpHerNumberAndIsTold() {
    var national = phone.number().replace("+41", "0");
    assertThat(maya.browser().submit(SmsPhone.PAGE, Map.of("number", national)).location())
        .isEqualTo(SmsPhone.CODE);
    assertThat(maya.browser().get(SmsPhone.CODE).body())
        .contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"")
        .contains("Keine SMS erhalten?", "+41 79 ");

    var answer =
        maya.browser()
            .submit(SmsPhone.CODE, Map.of("code", phone.newest().replaceFirst("(...)", "$1 ")));

    assertThat(answer.location()).isEqualTo(SmsPhone.PAGE);
    var ending = " … " + phone.number().substring(phone.number().length() - 2);
    assertThat(maya.browser().get(SmsPhone.PAGE).body())
        .contains("Die Nummer ist eingerichtet", "+41 79" + ending)
        .contains("Sie haben noch keine Wiederherstellungscodes")
        .doesNotContain(phone.number(), new MobileNumber(phone.number()).readable());
    assertThat(maya.browser().get("/datenprotokoll").body())
        .contains("Sie haben eine Handynummer für Codes eingerichtet");
    mailbox.awaitMail(maya.email(), "Handynummer für Codes eingerichtet");
  }

  @Test
  void anotherCodeGoesToTheNewNumberWhenTheFirstDoesNotArrive() {
    maya.browser().submit(SmsPhone.PAGE, Map.of("number", phone.number()));
    phones.awaitCode(phone.number(), 1);

    var again = maya.browser().submit(SmsPhone.CODE, SmsPhone.CODE + "/neu", Map.of());

    assertThat(maya.browser().get(again.location()).body())
        .contains("Wir haben noch eine SMS geschickt");
    var code = phones.awaitCode(phone.number(), 2);
    assertThat(maya.browser().submit(SmsPhone.CODE, Map.of("code", code)).location())
        .isEqualTo(SmsPhone.PAGE);
    assertThat(maya.browser().get(SmsPhone.CODE).location()).isEqualTo(SmsPhone.PAGE);
  }

  @Test
  void theMessageSaysWhatItIsForAndForWhichAddress() {
    maya.browser().submit(SmsPhone.PAGE, Map.of("number", phone.number()));

    var message = phones.awaitMessages(phone.number(), 1).getFirst();

    assertThat(message.text())
        .contains("Mein Konto", "5 Minuten", "niemandem")
        .endsWith("\n\n@localhost #" + message.code())
        .hasSizeLessThanOrEqualTo(160);
    assertThat(message.from()).isEqualTo("Mein Konto");
  }

  @Test
  void thePageSaysHonestlyThatItIsTheWeakestWayAndOffersStrongerOnes() {
    assertThat(maya.browser().get(SmsPhone.PAGE).body())
        .contains("SMS ist der schwächste Weg", "SIM-Karte")
        .contains("href=\"/konto/passkeys\"", "href=\"/konto/authenticator\"");
    assertThat(maya.browser().get("/konto").body()).contains("href=\"/konto/sms\"");
    assertThat(maya.browser().get("/konto/zweiter-faktor?weiter=%2Fantrag%2F1").body())
        .contains("href=\"/konto/sms?weiter=%2Fantrag%2F1\"", "Code per SMS");
  }

  @Test
  void whoCameFromAFormIsLedBackToIt() {
    var way = "?weiter=%2Fantrag%2F1%2Fpruefen";
    var sent = maya.browser().submit(SmsPhone.PAGE + way, Map.of("number", phone.number()));
    assertThat(sent.location()).isEqualTo(SmsPhone.CODE + way);

    assertThat(maya.browser().submit(sent.location(), Map.of("code", phone.newest())).location())
        .isEqualTo("/antrag/1/pruefen");
    assertThat(maya.browser().get("/konto/zweiter-faktor" + way).location())
        .isEqualTo("/antrag/1/pruefen");
  }

  @Test
  void whatIsNoMobileNumberOfTheseCountriesIsRefusedKindly() {
    assertThat(typed("")).contains("Geben Sie Ihre Handynummer ein");
    for (var bad :
        List.of("abc", "12", "x".repeat(10_000), "' OR 1=1 --", "a\u0000b", "079 FLIEGEN")) {
      assertThat(typed(bad)).contains("Das ist keine Telefonnummer");
    }
    assertThat(typed("0900 123 456")).contains("An diese Nummer kommt keine SMS");
    assertThat(typed("044 333 44 55")).contains("An diese Nummer kommt keine SMS");
    assertThat(typed("+44 7400 123456"))
        .contains("In dieses Land schicken wir keine SMS", "Schweiz, Liechtenstein, Deutschland");
    assertThat(codesSent()).isZero();
  }

  @Test
  void aCodeByTextMessageIsTheSecondFactorAndLeadsBack() {
    phone.setUp(maya.browser());
    var browser = loggedInElsewhere();
    assertThat(browser.get("/konto/email").location()).startsWith(STEP_UP);
    assertThat(browser.get(STEP_UP).body())
        .contains("Code per SMS senden", "action=\"" + SmsPhone.CONFIRM + "\"")
        .doesNotContain("\"password\"");

    var code = phone.ask(browser);
    assertThat(browser.get(SmsPhone.CONFIRM).body())
        .contains("Wir haben den Code geschickt an", "autocomplete=\"one-time-code\"")
        .doesNotContain(phone.number());

    assertThat(phone.confirm(browser, "/konto/email", code).location()).isEqualTo("/konto/email");
    assertThat(browser.get("/konto/email").status()).isEqualTo(200);
    assertThat(browser.get("/konto/zweiter-faktor?weiter=%2Fantrag%2F1").location())
        .isEqualTo("/antrag/1");
    clock.tick(Freshness.LATELY.plusSeconds(1));
    assertThat(browser.get("/konto/email").status()).isEqualTo(302);
  }

  @Test
  void itIsOfferedAtTheStepUpOnlyToWhoHasIt() {
    AuthenticatorApp.setUp(maya.browser(), clock);
    assertThat(maya.browser().get(STEP_UP).body()).doesNotContain("SMS");
    assertThat(maya.browser().submit(STEP_UP, SmsPhone.CONFIRM, Map.of()).location())
        .isEqualTo(STEP_UP);
    assertThat(maya.browser().get(SmsPhone.CONFIRM).location()).isEqualTo(STEP_UP);
  }

  @Test
  void applicationsLearnThatItWasTwoFactorsBySmsAndNothingBetter() {
    var now = clock.instant();
    var login = LoggedIn.by(Factor.PASSWORD, account(), now).with(new Proof(Factor.SMS, now));
    SecurityContextHolder.getContext().setAuthentication(login);
    try {
      var proven = current.find().orElseThrow();
      // RFC 8176
      assertThat(proven.methods()).containsExactly("pwd", "sms", "mfa");
      assertThat(proven.twoFactors()).isTrue();
      assertThat(proven.phishingResistant()).isFalse();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  @Test
  void aPasswordOpensHerAccountButDoesNotChangeHerNumber() {
    phone.setUp(maya.browser());
    var thief = loggedInElsewhere();

    assertThat(thief.get("/konto").status()).isEqualTo(200);
    assertThat(thief.get(SmsPhone.PAGE).location()).startsWith(STEP_UP);
    assertThat(thief.submit(STEP_UP, SmsPhone.PAGE, Map.of("number", "+41791111111")).location())
        .startsWith(STEP_UP);
    assertThat(thief.submit(STEP_UP, SmsPhone.PAGE + "/entfernen", Map.of()).location())
        .startsWith(STEP_UP);
    assertThat(numbers.number(account())).contains(new MobileNumber(phone.number()));
  }

  @Test
  void aCodeWorksOnce() {
    phone.setUp(maya.browser());
    var code = phone.ask(maya.browser());
    assertThat(phone.confirm(maya.browser(), "/konto", code).status()).isEqualTo(302);

    var again = phone.confirm(maya.browser(), "/konto", code);

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("Dieser Code gilt nicht mehr");
  }

  @Test
  void ofManyWhoSendTheSameCodeAtOnceOneIsRight() throws Exception {
    var place = new SmsCodes.Place(account(), SmsCodes.Purpose.CONFIRM, "browser");
    var code = codes.renew(place, new MobileNumber(phone.number()));
    Callable<SmsCodes.Check> use = () -> changes.use(place, code);

    try (var threads = Executors.newFixedThreadPool(4)) {
      var checks =
          threads.invokeAll(List.of(use, use, use, use)).stream()
              .map(done -> done.resultNow() instanceof SmsCodes.Check.Right)
              .toList();
      assertThat(checks).containsOnlyOnce(true);
    }
  }

  @Test
  void aCodeIsGoodForFiveMinutes() {
    phone.setUp(maya.browser());
    var code = phone.ask(maya.browser());
    clock.tick(SmsCodes.VALID.plusSeconds(1));

    assertThat(phone.confirm(maya.browser(), "/konto", code).body())
        .contains("Dieser Code gilt nicht mehr");
    assertThat(phone.confirm(maya.browser(), "/konto", phone.ask(maya.browser())).status())
        .isEqualTo(302);
  }

  @Test
  void aCodeIsGoodInTheBrowserThatAskedForItOnly() {
    phone.setUp(maya.browser());
    var code = phone.ask(maya.browser());
    var other = loggedInElsewhere();

    assertThat(phone.confirm(other, "/konto", code).status()).isEqualTo(422);
    var others = phone.ask(other);
    assertThat(phone.confirm(maya.browser(), "/konto", others).body())
        .contains("Der Code stimmt nicht");
    assertThat(phone.confirm(maya.browser(), "/konto", code).status()).isEqualTo(302);
  }

  @Test
  void aCodeForANewNumberConfirmsNothingElse() {
    phone.setUp(maya.browser());
    var another = SmsPhone.of(phones);
    maya.browser().submit(SmsPhone.PAGE, Map.of("number", another.number()));

    assertThat(phone.confirm(maya.browser(), "/konto", another.newest()).status()).isEqualTo(422);
  }

  @Test
  void onlyTheNewestCodeIsRight() {
    phone.setUp(maya.browser());
    var first = phone.ask(maya.browser());
    var second = phone.ask(maya.browser());
    assertThat(maya.browser().get(SmsPhone.CONFIRM).body()).contains("Es gilt nur der neuste Code");

    if (!first.equals(second)) {
      assertThat(phone.confirm(maya.browser(), "/konto", first).body())
          .contains("Der Code stimmt nicht");
    }
    assertThat(phone.confirm(maya.browser(), "/konto", second).status()).isEqualTo(302);
  }

  @Test
  void afterFiveWrongTriesTheCodeIsWorthless() {
    phone.setUp(maya.browser());
    var place = new SmsCodes.Place(account(), SmsCodes.Purpose.CONFIRM, "browser");
    var code = codes.renew(place, new MobileNumber(phone.number()));
    for (var guess = 0; guess < 5; guess++) {
      assertThat(changes.use(place, SmsPhone.otherThan(code)))
          .isEqualTo(new SmsCodes.Check.Wrong());
    }
    assertThat(changes.use(place, code)).isEqualTo(new SmsCodes.Check.UsedUp());
  }

  @Test
  void whoGuessesCodesMustWaitAndMayaIsTold() {
    phone.setUp(maya.browser());
    var guesser = loggedInElsewhere();
    var code = phone.ask(guesser);
    for (var guess = 0; guess < 5; guess++) {
      assertThat(phone.confirm(guesser, "/konto", SmsPhone.otherThan(code)).body())
          .contains("Der Code stimmt nicht");
    }

    assertThat(phone.confirm(guesser, "/konto", code).body()).contains("Versuchen Sie es in ");
    mailbox.awaitMail(maya.email(), "Jemand kennt vielleicht Ihr Passwort");
    assertThat(phone.confirm(maya.browser(), "/konto", phone.ask(maya.browser())).status())
        .isEqualTo(302);
  }

  @Test
  void badInputAtTheDoorIsRefusedKindly() {
    phone.setUp(maya.browser());
    phone.ask(maya.browser());
    for (var bad : List.of("", "x".repeat(10_000), "a\u0000b", "' OR 1=1 --", "１２３４５６")) {
      assertThat(phone.confirm(maya.browser(), "/konto", bad).status()).isEqualTo(422);
      clock.tick(Duration.ofMinutes(3));
    }
  }

  @Test
  void mayaReplacesHerNumberAndTheOldOneIsGoodUntilThen() {
    phone.setUp(maya.browser());
    var another = SmsPhone.of(phones);
    maya.browser().submit(SmsPhone.PAGE, Map.of("number", another.number()));
    assertThat(numbers.number(account())).contains(new MobileNumber(phone.number()));

    maya.browser().submit(SmsPhone.CODE, Map.of("code", another.newest()));

    assertThat(numbers.number(account())).contains(new MobileNumber(another.number()));
    mailbox.awaitMail(maya.email(), "Handynummer für Codes ersetzt");
    var before = phones.messages(phone.number()).size();
    another.ask(maya.browser());
    assertThat(phones.messages(phone.number())).hasSize(before);
  }

  @Test
  void aCodeToTheOldNumberIsWorthlessOnceItIsReplaced() {
    phone.setUp(maya.browser());
    var elsewhere = loggedInElsewhere();
    var code = phone.ask(elsewhere);

    SmsPhone.of(phones).setUp(maya.browser());

    assertThat(phone.confirm(elsewhere, "/konto", code).status()).isEqualTo(422);
  }

  @Test
  void mayaTakesHerNumberAwayAndIsTold() {
    phone.setUp(maya.browser());

    var answer = maya.browser().submit(SmsPhone.PAGE, SmsPhone.PAGE + "/entfernen", Map.of());

    assertThat(maya.browser().get(answer.location()).body()).contains("Die Nummer ist entfernt");
    mailbox.awaitMail(maya.email(), "Handynummer für Codes entfernt");
    assertThat(rows("login_sms")).isZero();
    assertThat(loggedInElsewhere().get("/konto/email").status()).isEqualTo(200);
  }

  @Test
  void theNumberIsReadableWithTheAccountsKeyOnly() {
    phone.setUp(maya.browser());
    phone.ask(maya.browser());
    for (var table : List.of("login_sms", "login_sms_code")) {
      var sealed =
          jdbc.sql("SELECT encode(number, 'escape') FROM " + table + " WHERE account_id = ?")
              .param(account().value())
              .query(String.class)
              .single();
      assertThat(sealed).doesNotContain(phone.number().substring(5));
    }
  }

  @Test
  void theExportNamesTheNumberAndNoCode() {
    phone.setUp(maya.browser());
    assertThat(export.export(account(), Locale.GERMAN).toString())
        .contains("sms={number=" + new MobileNumber(phone.number()).readable());
  }

  @Test
  void whoClosesTheAccountLeavesNoNumber() {
    phone.setUp(maya.browser());
    phone.ask(maya.browser());
    var account = account();

    maya.browser().submit("/konto/schliessen", Map.of("password", maya.password()));

    for (var table : List.of("login_sms", "login_sms_code")) {
      assertThat(
              jdbc.sql("SELECT count(*) FROM " + table + " WHERE account_id = ?")
                  .param(account.value())
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void aNumberRecoversNoAccountAndGoesWithTheLostFactors() {
    phone.setUp(maya.browser());
    var kept = RecoveryCodesTest.make(maya.browser());
    var elsewhere = new Browser(port);
    elsewhere.submit("/konto-wiederherstellen", Map.of("email", maya.email()));
    var page = "/konto-wiederherstellen/code";
    assertThat(elsewhere.get(page).body()).doesNotContain("Code per SMS senden");
    var mailed = mailbox.awaitCode(maya.email(), "Wiederherstellen");

    elsewhere.submit(
        page,
        Map.of("code", mailed, "recovery", kept.getFirst(), "password", "regen tasse brief wolke"));

    assertThat(numbers.any(account())).isFalse();
  }

  private String typed(String number) {
    var answer = maya.browser().submit(SmsPhone.PAGE, Map.of("number", number));
    assertThat(answer.status()).isEqualTo(422);
    return answer.body();
  }

  private Browser loggedInElsewhere() {
    var browser = new Browser(port);
    maya.in(browser).logIn();
    return browser;
  }

  private int codesSent() {
    return rows("login_sms_code");
  }

  private int rows(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table + " WHERE account_id = ?")
        .param(account().value())
        .query(Integer.class)
        .single();
  }

  private AccountId account() {
    return accounts.byEmail(EmailAddress.parse(maya.email()).orElseThrow()).orElseThrow();
  }
}
