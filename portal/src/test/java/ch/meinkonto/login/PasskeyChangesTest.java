package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.SoftwareAuthenticator;
import ch.meinkonto.testing.TickingClock;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Setting up, naming and removing one's own passkeys, and no others. */
@PortalTest
class PasskeyChangesTest {

  private static final String LIST = PasskeyHand.LIST;
  private static final String ASKED = "/anmelden/bestaetigen?weiter=%2Fkonto%2Fpasskeys";
  private static final Pattern ENTRY = Pattern.compile(LIST + "/([-0-9a-f]{36})/name");

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private Resident maya;
  private PasskeyHand hand;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    hand = PasskeyHand.of(maya, device());
  }

  @Test
  void mayaSetsOneUpAndIsTold() {
    assertThat(hand.setUp("Mein Handy").location()).isEqualTo(LIST);

    assertThat(maya.browser().get(LIST).body())
        .contains("Der Passkey ist eingerichtet", "Mein Handy", "Noch nie verwendet");
    mailbox.awaitMail(maya.email(), "Neuer Passkey");
    assertThat(maya.browser().get("/datenprotokoll").body()).contains("einen Passkey eingerichtet");
  }

  @Test
  void theNameIsNotReadableInTheDatabase() {
    hand.setUp("Mayas Geheimhandy");
    assertThat(
            jdbc.sql("SELECT encode(name, 'escape') FROM login_passkey WHERE account_id = :account")
                .param("account", account().value())
                .query(String.class)
                .single())
        .doesNotContain("Geheimhandy");
  }

  @Test
  void whoProvedThemselvesTooLongAgoDoesItAgain() {
    hand.setUp("Mein Handy");
    var token = maya.browser().token(LIST);
    var id = id();
    var made = device().make(hand.creationOptions(token));
    clock.tick(Freshness.LATELY.plusSeconds(1));

    assertThat(maya.browser().get(LIST).location()).isEqualTo(ASKED);
    assertThat(maya.browser().post(LIST + "/optionen", token, Map.of()).status()).isEqualTo(403);
    for (var change : new String[] {"", "/" + id + "/name", "/" + id + "/entfernen"}) {
      var answer =
          maya.browser().post(LIST + change, token, Map.of("answer", made, "name", "Neuer Name"));
      assertThat(answer.location()).isEqualTo(ASKED);
    }
    assertThat(count()).isEqualTo(1);

    assertThat(hand.confirm(LIST).location()).isEqualTo(LIST);
    assertThat(maya.browser().get(LIST).body()).contains("Mein Handy").doesNotContain("Neuer Name");
  }

  @Test
  void whoHasNoPasskeyConfirmsByPassword() {
    clock.tick(Freshness.LATELY.plusSeconds(1));
    assertThat(maya.browser().get(LIST).location()).isEqualTo(ASKED);
    var wrong = maya.browser().submit(ASKED, Map.of("password", "falsch"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Das Passwort stimmt nicht");
    assertThat(maya.browser().get(LIST).status()).isEqualTo(302);

    assertThat(maya.browser().submit(ASKED, Map.of("password", maya.password())).location())
        .isEqualTo(LIST);
    assertThat(maya.browser().get(LIST).status()).isEqualTo(200);
  }

  @Test
  void whoKnowsThePasswordAloneCannotChangeThePasskeys() {
    hand.setUp("Mein Handy");
    var thief = maya.in(new Browser(port));
    thief.logIn();
    assertThat(thief.browser().get(LIST).location()).isEqualTo(ASKED);
    assertThat(thief.browser().get(ASKED).body())
        .contains("Mit Passkey bestätigen")
        .doesNotContain("name=\"password\"");

    var token = thief.browser().token("/konto/name");
    thief.browser().post(ASKED, token, Map.of("password", maya.password()));

    assertThat(thief.browser().get(LIST).location()).isEqualTo(ASKED);
    assertThat(thief.browser().post(LIST + "/" + id() + "/entfernen", token, Map.of()).location())
        .isEqualTo(ASKED);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void somebodyElsesPasskeyConfirmsNothing() {
    hand.setUp("Mein Handy");
    var urs = urs();
    clock.tick(Freshness.LATELY.plusSeconds(1));

    var answer = new PasskeyHand(maya.browser(), urs.device()).confirm(LIST);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Das war keiner Ihrer Passkeys");
    assertThat(maya.browser().get(LIST).location()).isEqualTo(ASKED);
  }

  @Test
  void whoIsAskedIsOfferedOnlyTheirOwn() {
    hand.setUp("Mein Handy");
    var urs = urs();
    var options = maya.browser().get(PasskeyHand.CONFIRM + "/passkey/optionen").body();
    var his = urs.browser().get(PasskeyHand.CONFIRM + "/passkey/optionen").body();

    assertThat(options).containsOnlyOnce("public-key");
    assertThat(his).containsOnlyOnce("public-key");
    assertThat(new Browser(port).get(PasskeyHand.CONFIRM + "/passkey/optionen").location())
        .isEqualTo("/anmelden");
  }

  @Test
  void ursCanNeitherNameNorRemoveMayasPasskey() {
    hand.setUp("Mein Handy");
    var mayas = id();
    var urs = urs();
    var token = urs.browser().token(LIST);

    assertThat(
            urs.browser()
                .post(LIST + "/" + mayas + "/name", token, Map.of("name", "Meins"))
                .status())
        .isEqualTo(404);
    assertThat(urs.browser().post(LIST + "/" + mayas + "/entfernen", token, Map.of()).status())
        .isEqualTo(404);
    assertThat(
            urs.browser()
                .post(LIST + "/" + UUID.randomUUID() + "/entfernen", token, Map.of())
                .status())
        .isEqualTo(404);
    assertThat(maya.browser().get(LIST).body()).contains("Mein Handy").doesNotContain("Meins");
  }

  @Test
  void aDeviceThatDoesNotVerifyOrIsElsewhereIsNotAdded() {
    var wrong =
        new SoftwareAuthenticator[] {
          device().withoutVerification(),
          device().on("https://mein-konto.example.com"),
          device().signingFor("example.com"),
          device().embedded()
        };
    for (var device : wrong) {
      notAdded(PasskeyHand.of(maya, device).setUp("Falsch"));
    }
  }

  @Test
  void theSamePasskeyIsAddedOnce() {
    hand.setUp("Mein Handy");
    notAdded(hand.setUp("Noch einmal"));
    assertThat(count()).isEqualTo(1);

    var urs = Resident.named("Urs", "Gerber", port);
    urs.register(mailbox);
    var stolen = new PasskeyHand(urs.browser(), hand.device());
    assertThat(stolen.setUp("Von Maya").status()).isEqualTo(302);
    assertThat(urs.browser().get(LIST).body()).doesNotContain("Von Maya");
  }

  @Test
  void whatWasMadeForOneAccountIsNotAddedToAnother() {
    var urs = Resident.named("Urs", "Gerber", port);
    urs.register(mailbox);
    var made = device().make(hand.creationOptions(maya.browser().token(LIST)));

    urs.browser().post(LIST, urs.browser().token(LIST), Map.of("answer", made, "name", "x"));

    assertThat(urs.browser().get(LIST).body()).contains("Sie haben noch keinen Passkey");
    assertThat(count()).isZero();
  }

  @Test
  void anAnswerAddsOnePasskeyAndOnlyInTime() {
    var token = maya.browser().token(LIST);
    var options = hand.creationOptions(token);
    var made = device().make(options);
    maya.browser().post(LIST, token, Map.of("answer", made, "name", "Erster"));
    notAdded(
        maya.browser().post(LIST, token, Map.of("answer", device().make(options), "name", "2.")));
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void whatIsNoAnswerIsRefusedKindly() {
    var token = maya.browser().token(LIST);
    var right = device().make("{\"challenge\":\"AAAA\",\"user\":{\"id\":\"AAAA\"}}");
    for (var bad :
        new String[] {
          "",
          "null",
          "{}",
          "x".repeat(100_000),
          "[".repeat(20_000),
          right,
          right.replaceFirst("\"attestationObject\":\"[^\"]*\"", "\"attestationObject\":\"n___\""),
          right.replaceFirst(
              "\"attestationObject\":\"[^\"]*\"", "\"attestationObject\":\"u_____\""),
          right.replaceFirst("\"attestationObject\":\"[^\"]*\",", ""),
          right.replaceFirst("\"clientDataJSON\":\"[^\"]*\",", ""),
        }) {
      notAdded(maya.browser().post(LIST, token, Map.of("answer", bad, "name", "x")));
    }
  }

  @Test
  void damagedAnswersToARightChallengeAreRefusedKindly() {
    var token = maya.browser().token(LIST);
    for (var object :
        new String[] {"", "AA", "n___", "oA", "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YUA"}) {
      var made = device().make(hand.creationOptions(token));
      var bad =
          made.replaceFirst(
              "\"attestationObject\":\"[^\"]*\"", "\"attestationObject\":\"" + object + "\"");
      notAdded(maya.browser().post(LIST, token, Map.of("answer", bad, "name", "x")));
    }
  }

  @Test
  void thereIsAnEndToHowManyOneCanHave() {
    for (int number = 1; number <= Passkeys.MOST; number++) {
      PasskeyHand.of(maya, device()).setUp("Nummer " + number);
    }
    assertThat(maya.browser().get(LIST).body())
        .contains("Nummer " + Passkeys.MOST, "Mehr Passkeys sind nicht möglich");

    var token = maya.browser().token(LIST);
    var oneMore = device().make(hand.creationOptions(token));
    notAdded(maya.browser().post(LIST, token, Map.of("answer", oneMore, "name", "zu viel")));
    assertThat(count()).isEqualTo(Passkeys.MOST);
  }

  @Test
  void mayaRenamesOne() {
    hand.setUp("  Mein \t Handy ");
    assertThat(maya.browser().get(LIST).body()).contains(">Mein Handy<");

    rename("Tablet <i>&amp;");
    assertThat(maya.browser().get(LIST).body())
        .contains("Der Name ist gespeichert", "Tablet &lt;i>&amp;amp;");
  }

  @Test
  void whatIsNoNameIsSaidAndTheOldOneStays() {
    hand.setUp("Mein Handy");
    for (var bad : new String[] {"", "   ", "x".repeat(101), "a\u0000b", "a\u202eb", "\ufffd"}) {
      rename(bad);
      assertThat(maya.browser().get(LIST).body())
          .contains("Der Name wurde nicht gespeichert", "Mein Handy");
    }
  }

  @Test
  void aPasskeyWithoutANameIsCalledPasskey() {
    hand.setUp("");
    assertThat(maya.browser().get(LIST).body()).contains(">Passkey<");
  }

  @Test
  void thePageProposesTheDevicesName() {
    var browser = Browser.sending(port, "User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 19)");
    maya.in(browser).logIn();
    assertThat(browser.get(LIST).body()).contains("value=\"iPhone\"");
  }

  @Test
  void mayaRemovesHerLastPasskeyAndHasHerPassword() {
    hand.setUp("Mein Handy");

    var answer = maya.browser().submit(LIST, LIST + "/" + id() + "/entfernen", Map.of());

    assertThat(answer.location()).isEqualTo(LIST);
    assertThat(maya.browser().get(LIST).body())
        .contains("Der Passkey ist entfernt", "Sie haben noch keinen Passkey");
    mailbox.awaitMail(maya.email(), "Ein Passkey wurde entfernt");
    assertThat(hand.in(new Browser(port)).logIn().status()).isEqualTo(422);
    var withPassword = maya.in(new Browser(port));
    assertThat(withPassword.logIn().status()).isEqualTo(302);
    assertThat(withPassword.browser().get(LIST).status()).isEqualTo(200);
  }

  @Test
  void closingTheAccountErasesItsPasskeys() {
    hand.setUp("Mein Handy");
    var account = account();
    maya.browser().submit("/konto/schliessen", Map.of("password", maya.password()));

    assertThat(count(account)).isZero();
    assertThat(hand.in(new Browser(port)).logIn().status()).isEqualTo(422);
  }

  private PasskeyHand urs() {
    var urs = Resident.named("Urs", "Gerber", port);
    urs.register(mailbox);
    var his = PasskeyHand.of(urs, device());
    his.setUp("Urs");
    return his;
  }

  private void rename(String name) {
    maya.browser().submit(LIST, LIST + "/" + id() + "/name", Map.of("name", name));
  }

  private void notAdded(Browser.Answer answer) {
    assertThat(answer.location()).isEqualTo(LIST);
    assertThat(maya.browser().get(LIST).body())
        .contains("Der Passkey konnte nicht eingerichtet werden");
  }

  private SoftwareAuthenticator device() {
    return SoftwareAuthenticator.at(settings.baseUrl());
  }

  private String id() {
    var entry = ENTRY.matcher(maya.browser().get(LIST).body());
    assertThat(entry.find()).isTrue();
    return entry.group(1);
  }

  private int count() {
    return count(account());
  }

  private int count(AccountId account) {
    return jdbc.sql("SELECT count(*) FROM login_passkey WHERE account_id = :account")
        .param("account", account.value())
        .query(Integer.class)
        .single();
  }

  private AccountId account() {
    return accounts.byEmail(EmailAddress.parse(maya.email()).orElseThrow()).orElseThrow();
  }
}
