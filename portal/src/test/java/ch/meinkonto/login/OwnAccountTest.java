package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.NotifyBy;
import ch.meinkonto.account.PostalAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What Maya does with her own account. */
@PortalTest
class OwnAccountTest {

  private static final Map<String, String> ADDRESS =
      Map.of(
          "phone", "044 333 44 55",
          "street", "Langstrasse",
          "houseNumber", "10a",
          "extra", "",
          "postcode", "8004",
          "town", "Zürich",
          "country", "CH");

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  private Resident maya;
  private AccountId account;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    account = accounts.byEmail(EmailAddress.parse(maya.email()).orElseThrow()).orElseThrow();
  }

  @Test
  void mayaMarriesAndTheFrameKnowsAtOnce() {
    var answer =
        maya.browser().submit("/konto/name", Map.of("given", "Maya", "family", "Frei Keller"));

    assertThat(answer.location()).isEqualTo("/konto");
    assertThat(maya.browser().get("/konto").body())
        .contains("Maya Frei Keller", "gespeichert")
        .doesNotContain("Maya Keller");
  }

  @Test
  void mayaGivesHerPhoneAndAddressAndTakesThemAway() {
    assertThat(maya.browser().submit("/konto/kontakt", ADDRESS).location()).isEqualTo("/konto");

    var contact = accounts.find(account).orElseThrow();
    assertThat(contact.phone()).isEqualTo("+41443334455");
    assertThat(contact.address())
        .isEqualTo(new PostalAddress("Langstrasse", "10a", null, "8004", "Zürich", "CH"));
    assertThat(maya.browser().get("/konto").body())
        .contains("+41 44 333 44 55", "Langstrasse 10a", "8004 Zürich");
    assertThat(maya.browser().get("/konto/kontakt").body()).contains("value=\"Langstrasse\"");

    maya.browser().submit("/konto/kontakt", Map.of("country", "CH"));
    assertThat(accounts.find(account).orElseThrow().address()).isNull();
    assertThat(accounts.find(account).orElseThrow().phone()).isNull();
  }

  @Test
  void anAddressIsCheckedPartByPart() {
    var fields = new HashMap<>(ADDRESS);
    fields.putAll(Map.of("phone", "12", "street", "", "postcode", "804", "town", ""));

    var answer = maya.browser().submit("/konto/kontakt", fields);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#phone\"", "href=\"#street\"", "href=\"#postcode\"", "href=\"#town\"")
        .contains("value=\"10a\"");

    fields.put("country", "XX");
    assertThat(maya.browser().submit("/konto/kontakt", fields).body())
        .contains("href=\"#country\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "street", "houseNumber", "extra", "postcode", "town", "country"})
  void badInputAtEachFieldIsRefusedKindly(String field) {
    for (var bad : new String[] {"x".repeat(10_000), "a\u0000b", "a\u202eb\u001b", "\ufffd"}) {
      var fields = new HashMap<>(ADDRESS);
      fields.put(field, bad);
      assertThat(maya.browser().submit("/konto/kontakt", fields).status()).isEqualTo(422);
    }
    assertThat(accounts.find(account).orElseThrow().address()).isNull();
  }

  @Test
  void mayaChoosesEnglishAndFewerMails() {
    maya.browser().submit("/konto/einstellungen", Map.of("language", "en", "messages", "true"));

    var changed = accounts.find(account).orElseThrow();
    assertThat(changed.language()).isEqualTo(Locale.ENGLISH);
    assertThat(changed.notifyBy()).isEqualTo(new NotifyBy(true, false));
    assertThat(maya.browser().get("/konto").body()).contains("My profile");

    maya.browser().submit("/konto/einstellungen", Map.of("language", "xx\u0000"));
    assertThat(accounts.find(account).orElseThrow().language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void mayaChangesHerAddressAndTheOldOneIsTold() {
    var other = "neu." + maya.email();
    var wrong = Map.of("email", other, "password", "falsch");
    assertThat(maya.browser().submit("/konto/email", wrong).body())
        .contains("Das Passwort stimmt nicht");

    maya.browser().submit("/konto/email", Map.of("email", other, "password", maya.password()));
    var code = mailbox.awaitCode(other, "neue E-Mail-Adresse");
    assertThat(accounts.find(account).orElseThrow().email().value()).isEqualTo(maya.email());
    var changed = maya.browser().submit("/konto/email/code", Map.of("code", code));

    assertThat(changed.location()).isEqualTo("/konto");
    assertThat(accounts.find(account).orElseThrow().email().value()).isEqualTo(other);
    mailbox.awaitMail(maya.email(), "wurde geändert");
    assertThat(maya.in(new Browser(port)).logIn().status()).isEqualTo(422);
  }

  @Test
  void somebodyElsesAddressLooksFreeButCannotBeTaken() {
    var urs = Resident.named("Urs", "Gerber", port);
    urs.register(mailbox);

    var answer =
        maya.browser()
            .submit("/konto/email", Map.of("email", urs.email(), "password", maya.password()));

    assertThat(answer.location()).isEqualTo("/konto/email/code");
    assertThat(mailbox.awaitMail(urs.email(), "gehört schon zu einem Konto").text())
        .doesNotContainPattern("[0-9]{6}");
  }

  @Test
  void aChangeBelongsToTheAccountThatBeganIt() {
    var other = "neu." + maya.email();
    maya.browser().submit("/konto/email", Map.of("email", other, "password", maya.password()));
    var code = mailbox.awaitCode(other, "neue E-Mail-Adresse");
    var urs = Resident.named("Urs", "Gerber", port);
    urs.register(mailbox);

    urs.browser().plant("mk-email", maya.browser().cookie("mk-email").orElseThrow());
    urs.browser().submit("/konto", "/konto/email/code", Map.of("code", code));

    assertThat(accounts.byEmail(EmailAddress.parse(other).orElseThrow())).isEmpty();
    clock.tick(Duration.ofMinutes(16));
    assertThat(maya.browser().submit("/konto/email/code", Map.of("code", code)).status())
        .isEqualTo(422);
  }

  @Test
  void mayaTakesHerDataWithHer() {
    maya.browser().submit("/konto/kontakt", ADDRESS);

    var file = maya.browser().get("/konto/export/daten.json");

    var data = json.readTree(file.body());
    assertThat(data.at("/account/name/family").asString()).isEqualTo("Keller");
    assertThat(data.at("/account/address/postcode").asString()).isEqualTo("8004");
    assertThat(file.headers())
        .hasEntrySatisfying(
            "content-disposition", it -> assertThat(it.getFirst()).contains("attachment"))
        .hasEntrySatisfying("cache-control", it -> assertThat(it.getFirst()).contains("no-store"));
  }

  @Test
  void mayaReadsInWordsWhatIsKeptAboutHer() {
    maya.browser().submit("/konto/kontakt", ADDRESS);

    var page = maya.browser().get("/konto/export").body();

    assertThat(page)
        .contains("Langstrasse", maya.email(), "Deutsch", "Sie haben Ihr Konto eröffnet.")
        .containsSubsequence("Profil</h2>", "Anträge und Mitteilungen</h2>", "Datenprotokoll</h2>")
        .doesNotContain("account-opened", "your-wish", account.toString());
  }

  @Test
  void mayaClosesHerAccountAndNothingOfItIsLeft() {
    maya.browser().submit("/konto/kontakt", ADDRESS);
    accounts.subjectFor(account, "steueramt");
    maya.in(new Browser(port)).logIn();
    assertThat(maya.browser().submit("/konto/schliessen", Map.of("password", "falsch")).status())
        .isEqualTo(422);

    var answer = maya.browser().submit("/konto/schliessen", Map.of("password", maya.password()));

    assertThat(answer.location()).isEqualTo("/konto/geschlossen");
    assertThat(maya.browser().get("/konto/geschlossen").body())
        .contains("Ihr Konto ist geschlossen")
        .doesNotContain("Maya");
    assertThat(maya.browser().get("/konto").status()).isEqualTo(302);
    assertThat(maya.in(new Browser(port)).logIn().status()).isEqualTo(422);
    mailbox.awaitMail(maya.email(), "Konto ist geschlossen");
    org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(tablesThatKnow()).isEmpty());
    assertThat(Resident.named("Maya", "Keller", port).register(mailbox).status()).isEqualTo(302);
  }

  /** Tables in which Maya, or her account, still turns up. */
  private java.util.List<String> tablesThatKnow() {
    return jdbc
        .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        .query(String.class)
        .list()
        .stream()
        .filter(table ->
            jdbc.sql(
                        "SELECT count(*) FROM %s AS t WHERE t::text LIKE '%%%s%%' OR t::text LIKE '%%%s%%'"
                            .formatted(table, account, maya.email()))
                    .query(Integer.class)
                    .single()
                > 0)
        .toList();
  }
}
