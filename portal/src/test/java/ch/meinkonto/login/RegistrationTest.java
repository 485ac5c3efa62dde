package ch.meinkonto.login;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RegistrationTest {

  private static final String CODE_MAIL = "Code für Mein Konto";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired Argon2id argon2id;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void mayaRegistersAndGoesOnWhereSheWas() {
    var maya = Resident.named("Maya", "Keller", port);
    assertThat(maya.beginRegistration("/antrag/17/adresse?zurueck=1").location())
        .isEqualTo("/registrieren/code");
    assertThat(account(maya)).isEmpty();

    var code = mailbox.awaitCode(maya.email(), CODE_MAIL);
    var answer = maya.browser().submit("/registrieren/code", Map.of("code", code));

    assertThat(answer.location()).isEqualTo("/antrag/17/adresse?zurueck=1");
    var profile = maya.browser().get("/konto");
    assertThat(profile.status()).isEqualTo(200);
    assertThat(profile.body()).contains("Maya Keller", maya.email());
    assertThat(account(maya)).isPresent();
  }

  @Test
  void mayaIsWelcomedOnce() {
    var maya = Resident.named("Maya", "Keller", port);
    maya.beginRegistration("");
    var code = mailbox.awaitCode(maya.email(), CODE_MAIL);
    maya.browser().submit("/registrieren/code", Map.of("code", code));

    assertThat(maya.browser().get("/konto").body()).contains("Willkommen!");
    assertThat(maya.browser().get("/konto").body()).doesNotContain("Willkommen!");
  }

  @Test
  void aCompanyRegistersInEnglish() {
    var vera = Resident.named("Vera", "Rossi", port);
    vera.browser().get("/registrieren?sprache=en");
    vera.browser()
        .submit(
            "/registrieren",
            Map.of(
                "kind", "business",
                "company", "Rossi & Töchter GmbH",
                "given", "Vera",
                "family", "Rossi",
                "email", vera.email(),
                "password", vera.password()));
    var code = mailbox.awaitCode(vera.email(), "Your code");
    vera.browser().submit("/registrieren/code", Map.of("code", code));

    var account = accounts.find(account(vera).orElseThrow()).orElseThrow();
    assertThat(account.kind()).isEqualTo(AccountKind.BUSINESS);
    assertThat(account.company()).isEqualTo("Rossi & Töchter GmbH");
    assertThat(account.language()).isEqualTo(java.util.Locale.ENGLISH);
    assertThat(vera.browser().get("/konto").body()).contains("Rossi &amp; Töchter GmbH");
  }

  @Test
  void theFormKeepsWhatWasTypedExceptThePassword() {
    var answer =
        new Browser(port)
            .submit(
                "/registrieren",
                Map.of(
                    "kind", "private",
                    "given", "  Maya   Lia ",
                    "family", "",
                    "email", "maya@",
                    "password", "geheim aber zu k"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("value=\"Maya Lia\"", "value=\"maya@\"", "Geben Sie Ihren Nachnamen an.")
        .contains("href=\"#family\"", "href=\"#email\"")
        .doesNotContain("geheim aber");
  }

  @Test
  void aKnownAddressGetsTheSameAnswerForTheSameWork() {
    var urs = Resident.named("Urs", "Gerber", port);
    urs.register(mailbox);
    var stranger = urs.in(new Browser(port));
    var newcomer = Resident.named("Noemi", "Frei", port);

    var before = argon2id.computed();
    var known = stranger.beginRegistration("");
    var workForKnown = argon2id.computed() - before;
    var unknown = newcomer.beginRegistration("");
    var workForUnknown = argon2id.computed() - before - workForKnown;

    assertThat(known.looksLike(unknown)).isTrue();
    assertThat(workForKnown).isEqualTo(workForUnknown).isEqualTo(1);
    assertThat(page(stranger)).isEqualTo(page(newcomer));
    var mail = mailbox.awaitMail(urs.email(), "bereits ein Konto");
    assertThat(mail.text()).doesNotContainPattern("[0-9]{6}");
    for (var wrong : new String[] {"000000", "111111"}) {
      assertThat(wrong(stranger, wrong)).isEqualTo(wrong(newcomer, wrong));
    }
  }

  @Test
  void aWrongCodeMayBeTriedFiveTimes() {
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.beginRegistration("");
    var code = mailbox.awaitCode(noemi.email(), CODE_MAIL);
    var other = code.equals("123456") ? "654321" : "123456";
    for (int time = 0; time < 5; time++) {
      assertThat(wrong(noemi, other)).contains("Der Code stimmt nicht");
    }

    assertThat(wrong(noemi, code)).contains("Der Code gilt nicht mehr");
    assertThat(account(noemi)).isEmpty();
    noemi.browser().submit("/registrieren/code", "/registrieren/code/neu", Map.of());
    org.awaitility.Awaitility.await()
        .until(() -> !mailbox.awaitCode(noemi.email(), CODE_MAIL).equals(code));
    var next = mailbox.awaitCode(noemi.email(), CODE_MAIL);
    assertThat(wrong(noemi, code)).contains("Der Code stimmt nicht");
    assertThat(noemi.browser().submit("/registrieren/code", Map.of("code", next)).status())
        .isEqualTo(302);
    assertThat(account(noemi)).isPresent();
  }

  @Test
  void fourMailsAreEnough() {
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.beginRegistration("");
    for (int time = 0; time < 3; time++) {
      assertThat(
              noemi
                  .browser()
                  .submit("/registrieren/code", "/registrieren/code/neu", Map.of())
                  .status())
          .isEqualTo(302);
    }

    assertThat(
            noemi.browser().submit("/registrieren/code", "/registrieren/code/neu", Map.of()).body())
        .contains("Wir haben schon mehrere E-Mails geschickt");
  }

  @Test
  void aCodeIsWorthNothingAfterTenMinutesAndErasedAfterAnHour() {
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.beginRegistration("");
    var code = mailbox.awaitCode(noemi.email(), CODE_MAIL);

    clock.tick(Duration.ofMinutes(10));
    assertThat(wrong(noemi, code)).contains("Der Code gilt nicht mehr");

    clock.tick(Duration.ofMinutes(51));
    assertThat(noemi.browser().get("/registrieren/code").body()).contains("zu lange gedauert");
    assertThat(account(noemi)).isEmpty();
  }

  @Test
  void aCodeWorksOnce() {
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.beginRegistration("");
    var code = mailbox.awaitCode(noemi.email(), CODE_MAIL);
    var token = noemi.browser().cookie("mk-registration").orElseThrow();
    noemi.browser().submit("/registrieren/code", Map.of("code", code));

    var thief = new Browser(port);
    thief.plant("mk-registration", token);
    assertThat(thief.get("/registrieren/code").body()).contains("zu lange gedauert");
    assertThat(thief.submit("/registrieren", "/registrieren/code", Map.of("code", code)).body())
        .contains("zu lange gedauert");
  }

  @Test
  void twoRegistrationsAtOnceOpenOneAccount() {
    var first = Resident.named("Noemi", "Frei", port);
    var second = first.in(new Browser(port));
    first.beginRegistration("");
    var firstCode = mailbox.awaitCode(first.email(), CODE_MAIL);
    second.beginRegistration("/konto/export");
    org.awaitility.Awaitility.await().until(() -> mailbox.mails(first.email()).size() == 2);
    var secondCode = mailbox.awaitCode(first.email(), CODE_MAIL);

    first.browser().submit("/registrieren/code", Map.of("code", firstCode));
    var answer = second.browser().submit("/registrieren/code", Map.of("code", secondCode));

    assertThat(answer.location()).isEqualTo("/anmelden?weiter=%2Fkonto%2Fexport");
    assertThat(second.browser().get(answer.location()).body()).contains("gibt es schon ein Konto");
    assertThat(second.browser().get("/konto").status()).isEqualTo(302);
  }

  @Test
  void nothingOfAPendingRegistrationIsReadable() {
    var maya = Resident.named("Mayaklartext", "Kellerklartext", port);
    maya.beginRegistration("");

    var rows =
        jdbc.sql("SELECT encode(sealed, 'escape') FROM account_email_code")
            .query(String.class)
            .list();
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("klartext"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"given", "family", "email", "password", "company", "weiter", "kind"})
  void badInputAtEachFieldIsRefusedKindly(String field) {
    for (var bad :
        new String[] {
          "x".repeat(10_000), "Maya\u0000", "Ma\u001bya", "Ma\u202eya", "\ufffd", "\u202e", "\ud800"
        }) {
      var fields =
          new HashMap<>(
              Map.of(
                  "kind", "business",
                  "company", "Firma",
                  "given", "Maya",
                  "family", "Keller",
                  "email", "maya.bad@example.org",
                  "password", "kurz",
                  "weiter", "/konto"));
      fields.put(field, bad);
      assertThat(new Browser(port).submit("/registrieren", fields).status()).isEqualTo(422);
    }
  }

  @Test
  void bytesThatAreNoTextAreRefusedKindly() {
    var browser = new Browser(port);
    var token = browser.token("/registrieren");
    for (var raw :
        new String[] {"given=%FF%FE", "given=%C3%28&email=%00", "given=%", "=&&&=", ""}) {
      assertThat(
              browser
                  .postRaw("/registrieren", "_csrf=" + encode(token, UTF_8) + "&" + raw)
                  .status())
          .isIn(400, 422);
    }
  }

  @Test
  void namesFromEverywhereAreWelcome() {
    for (var name :
        new String[] {"Nguyễn Thị", "O’Neill-D'Arcy", "李", "Đorđević", "محمد", "Łukasz"}) {
      var answer =
          new Browser(port)
              .submit(
                  "/registrieren",
                  Map.of(
                      "given",
                      name,
                      "family",
                      name,
                      "email",
                      "name." + Integer.toHexString(name.hashCode()) + "@example.org",
                      "password",
                      "velo wolke tasse"));
      assertThat(answer.location()).isEqualTo("/registrieren/code");
    }
  }

  private java.util.Optional<ch.meinkonto.account.AccountId> account(Resident resident) {
    return accounts.byEmail(EmailAddress.parse(resident.email()).orElseThrow());
  }

  private static String page(Resident resident) {
    return tidy(resident, resident.browser().get("/registrieren/code").body());
  }

  private static String wrong(Resident resident, String code) {
    var answer = resident.browser().submit("/registrieren/code", Map.of("code", code));
    assertThat(answer.status()).isIn(200, 422);
    return tidy(resident, answer.body());
  }

  /** Without what differs from person to person. */
  private static String tidy(Resident resident, String body) {
    return body.replace(resident.email(), "EMAIL").replaceAll("value=\"[^\"]{30,}\"", "");
  }
}
