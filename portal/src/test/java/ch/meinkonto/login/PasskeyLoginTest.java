package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.webauthn.Challenges;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.SoftwareAuthenticator;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logging in by passkey, and all that is refused. */
@PortalTest
class PasskeyLoginTest {

  private static final String REFUSED = "Dieser Passkey wurde nicht erkannt.";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private Resident maya;
  private SoftwareAuthenticator phone;

  @BeforeEach
  void mayaHasAPasskey() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    phone = SoftwareAuthenticator.at(settings.baseUrl());
    PasskeyHand.of(maya, phone).setUp("Mein Handy");
  }

  @Test
  void mayaLogsInByTwoFactorsAtOnce() {
    var elsewhere = elsewhere();

    assertThat(elsewhere.logIn().location()).isEqualTo("/konto");

    assertThat(elsewhere.browser().get("/konto").body()).contains("Maya Keller");
    assertThat(elsewhere.browser().get(PasskeyHand.LIST).body()).contains("Zuletzt verwendet am");
    assertThat(sessions()).anyMatch(login -> login.matches("(?s).*\\S+ \\d+ hwk:\\d+.*"));
  }

  @Test
  void sheGoesOnWhereSheWantedTo() {
    var elsewhere = elsewhere();
    var page = "/anmelden?weiter=%2Fkonto%2Fexport";
    var token = elsewhere.browser().token(page);
    assertThat(elsewhere.browser().get(page).body())
        .contains("action=\"/anmelden/passkey?weiter=%2Fkonto%2Fexport\"");

    var answer = phone.answer(elsewhere.loginOptions());

    assertThat(
            elsewhere
                .browser()
                .post("/anmelden/passkey?weiter=%2Fkonto%2Fexport", token, Map.of("answer", answer))
                .location())
        .isEqualTo("/konto/export");
  }

  @Test
  void loggingInChangesSessionAndFormToken() {
    var session = maya.browser().cookie("mk-session").orElseThrow();
    var token = maya.browser().token("/konto/name");
    var csrf = maya.browser().cookie("mk-csrf").orElseThrow();
    var hand = PasskeyHand.of(maya, phone);

    var answer = phone.answer(hand.loginOptions());
    maya.browser().post("/anmelden/passkey", token, Map.of("answer", answer));

    assertThat(maya.browser().cookie("mk-session").orElseThrow()).isNotEqualTo(session);
    assertThat(maya.browser().cookie("mk-csrf").filter(csrf::equals)).isEmpty();
  }

  @Test
  void aDeviceThatDidNotAskForFingerFaceOrPinIsRefused() {
    refused(SoftwareAuthenticator::withoutVerification);
  }

  @Test
  void aPageThatImitatesThePortalGetsNothing() {
    refused(device -> device.on("https://mein-konto.example.com"));
    refused(device -> device.on("http://localhost:1"));
    refused(device -> device.signingFor("mein-konto.example.com"));
    refused(SoftwareAuthenticator::embedded);
  }

  @Test
  void aPasskeyThatSaysItIsForSomebodyElseIsRefused() {
    refused(device -> device.withHandle(new byte[32]));
    refused(device -> device.withHandle(new byte[0]));
  }

  @Test
  void anAnswerIsGoodOnce() {
    var elsewhere = elsewhere();
    elsewhere.browser().token("/anmelden");
    var answer = phone.answer(elsewhere.loginOptions());
    assertThat(elsewhere.send(answer).status()).isEqualTo(302);

    elsewhere.browser().submit("/konto", "/abmelden", Map.of());

    refuses(elsewhere.send(answer));
    refuses(elsewhere().send(answer));
  }

  @Test
  void anAnswerThatWasAskedForInAnotherBrowserIsRefused() {
    var thief = elsewhere();
    thief.browser().token("/anmelden");
    var stolen = phone.answer(thief.loginOptions());

    refuses(elsewhere().send(stolen));
  }

  @Test
  void anAnswerToAChallengeThatThePortalDidNotMakeIsRefused() {
    var foreign = "{\"challenge\":\"%s\"}";
    refuses(elsewhere().send(phone.answer(foreign.formatted("AAAA"))));
    refuses(elsewhere().send(phone.answer(foreign.formatted("A".repeat(75)))));
    refuses(elsewhere().send(phone.answer(foreign.formatted("A".repeat(3000)))));
  }

  @Test
  void aChallengeIsGoodForTenMinutes() {
    var elsewhere = elsewhere();
    elsewhere.browser().token("/anmelden");
    var inTime = elsewhere.loginOptions();
    clock.tick(Challenges.VALID.minusSeconds(20));
    assertThat(elsewhere.send(phone.answer(inTime)).status()).isEqualTo(302);

    var later = elsewhere();
    later.browser().token("/anmelden");
    var tooLate = later.loginOptions();
    clock.tick(Challenges.VALID);
    refuses(later.send(phone.answer(tooLate)));
  }

  @Test
  void anAnswerIsGoodOnlyForWhatWasAsked() {
    var hand = PasskeyHand.of(maya, phone);
    var confirmation = maya.browser().get(PasskeyHand.CONFIRM + "/passkey/optionen").body();
    var creation = hand.creationOptions(maya.browser().token(PasskeyHand.LIST));

    for (var options : new String[] {confirmation, creation}) {
      var token = maya.browser().token("/konto/name");
      refuses(
          maya.browser().post("/anmelden/passkey", token, Map.of("answer", phone.answer(options))));
    }
    var elsewhere = elsewhere();
    elsewhere.browser().token("/anmelden");
    refuses(elsewhere.send(phone.answer(elsewhere.loginOptions(), "webauthn.create")));
    assertThat(hand.confirm("/konto", phone.answer(hand.loginOptions())).status()).isEqualTo(422);
  }

  @Test
  void aCopyIsRefusedAndMayaIsTold() {
    var copy = phone.copy();
    assertThat(elsewhere().logIn().status()).isEqualTo(302);

    refuses(elsewhere(copy).logIn());

    assertThat(mailbox.awaitMail(maya.email(), "Kopie Ihres Passkeys").text())
        .contains("Entfernen Sie diesen Passkey");
    assertThat(maya.browser().get("/datenprotokoll").body())
        .contains("vielleicht die Kopie eines Ihrer Passkeys verwendet");
    var again = phone.copy();
    assertThat(elsewhere().logIn().status()).isEqualTo(302);
    refuses(elsewhere(again).logIn());
    assertThat(mailbox.mails(maya.email()))
        .filteredOn(mail -> mail.subject().contains("Kopie"))
        .hasSize(1);
  }

  @Test
  void aPasskeyThatOnceCountedMayNotStop() {
    assertThat(elsewhere().logIn().status()).isEqualTo(302);
    refuses(elsewhere(phone.copy().notCounting()).logIn());
  }

  @Test
  void aPasskeyThatNeverCountsIsAsGood() {
    var synced = SoftwareAuthenticator.at(settings.baseUrl()).notCounting();
    PasskeyHand.of(maya, synced).setUp("Überall");

    for (int time = 0; time < 3; time++) {
      assertThat(elsewhere(synced).logIn().status()).isEqualTo(302);
    }
  }

  @Test
  void anUnknownPasskeyAndOneOfAClosedAccountLookLikeAnyOtherFailure() {
    var unknown = SoftwareAuthenticator.at(settings.baseUrl());
    var first = elsewhere(unknown).logIn();
    var second = elsewhere(phone.copy().withoutVerification()).logIn();

    maya.browser().submit("/konto/schliessen", Map.of("password", maya.password()));
    var third = elsewhere().logIn();

    assertThat(tidy(first)).isEqualTo(tidy(second)).isEqualTo(tidy(third)).contains(REFUSED);
    assertThat(first.status()).isEqualTo(second.status()).isEqualTo(third.status()).isEqualTo(422);
  }

  @Test
  void whoAsksForOptionsLearnsNothingAboutAnybody() {
    assertThat(elsewhere().loginOptions())
        .contains("\"allowCredentials\":[]", "\"userVerification\":\"required\"")
        .doesNotContain("Maya", "user\"");
  }

  @Test
  void whatIsNoAnswerIsRefusedKindly() {
    var right = phone.answer("{\"challenge\":\"AAAA\"}");
    for (var bad :
        new String[] {
          "",
          "null",
          "[]",
          "{}",
          "\"a\"",
          "{\"id\":null}",
          "{\"rawId\":\"AA\",\"response\":{}}",
          "a\u0000b",
          "\ud800",
          "<script>",
          "x".repeat(100_000),
          "[".repeat(20_000),
          "{\"a\":".repeat(5_000),
          right.substring(0, right.length() / 2),
          right.replace("public-key", "other"),
          right.replaceFirst("\"clientDataJSON\":\"[^\"]*\"", "\"clientDataJSON\":\"AAAA\""),
          right.replaceFirst("\"clientDataJSON\":\"[^\"]*\"", "\"clientDataJSON\":\"%%\""),
          right.replaceFirst("\"clientDataJSON\":\"[^\"]*\",", ""),
          right.replaceFirst("\"authenticatorData\":\"[^\"]*\"", "\"authenticatorData\":\"AA\""),
          right.replaceFirst("\"authenticatorData\":\"[^\"]*\",", ""),
          right.replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":\"\""),
          right.replaceFirst("\"signature\":\"[^\"]*\",", ""),
          right.replaceFirst("\"rawId\":\"[^\"]*\",", ""),
          right.replaceFirst("\"rawId\":\"[^\"]*\"", "\"rawId\":7"),
        }) {
      refuses(elsewhere().send(bad));
    }
  }

  @Test
  void damagedAnswersToARightChallengeAreRefusedKindly() {
    for (var part : new String[] {"authenticatorData", "signature", "userHandle", "rawId"}) {
      for (var value : new String[] {"", "AA", "%%", "A".repeat(2000)}) {
        var elsewhere = elsewhere();
        elsewhere.browser().token("/anmelden");
        var answer = phone.answer(elsewhere.loginOptions());
        refuses(
            elsewhere.send(
                answer.replaceFirst(
                    "\"" + part + "\":\"[^\"]*\"", "\"" + part + "\":\"" + value + "\"")));
      }
    }
  }

  @Test
  void oneNetworkMayBeWrongSoOftenAndOthersDoNotWait() {
    var guesser = new Browser(port, "2001:db8:77:1::1");
    var token = guesser.token("/anmelden");
    for (int guess = 0; guess < LoginPage.ANSWERS.times(); guess++) {
      assertThat(guesser.post("/anmelden/passkey", token, Map.of("answer", "{}")).status())
          .isEqualTo(422);
    }
    var waiting = guesser.post("/anmelden/passkey", token, Map.of("answer", "{}"));
    assertThat(waiting.status()).isEqualTo(429);
    assertThat(waiting.body()).contains("Versuchen Sie es in ").doesNotContain("{0");

    assertThat(elsewhere().logIn().status()).isEqualTo(302);
    clock.tick(Duration.ofMinutes(1));
    assertThat(elsewhere().in(guesser).logIn().status()).isEqualTo(302);
  }

  private PasskeyHand elsewhere() {
    return elsewhere(phone);
  }

  private PasskeyHand elsewhere(SoftwareAuthenticator device) {
    return new PasskeyHand(new Browser(port), device);
  }

  private void refused(UnaryOperator<SoftwareAuthenticator> change) {
    refuses(elsewhere(change.apply(phone.copy())).logIn());
    assertThat(elsewhere().logIn().status()).as("the honest one").isEqualTo(302);
  }

  private static void refuses(Browser.Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(REFUSED);
  }

  private java.util.List<String> sessions() {
    return jdbc.sql(
            """
            SELECT encode(attribute_bytes, 'escape') FROM spring_session_attributes
            JOIN spring_session ON primary_id = session_primary_id WHERE principal_name = :account
            """)
        .param("account", account().toString())
        .query(String.class)
        .list();
  }

  private AccountId account() {
    return accounts.byEmail(EmailAddress.parse(maya.email()).orElseThrow()).orElseThrow();
  }

  private static String tidy(Browser.Answer answer) {
    return answer.body().replaceAll("value=\"[^\"]{30,}\"", "");
  }
}
