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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maya keeps recovery codes for the day when her phone is gone. */
@PortalTest
class RecoveryCodesTest {

  private static final String PAGE = "/konto/wiederherstellungscodes";
  private static final String CONFIRM = "/anmelden/bestaetigen";
  private static final Pattern CODE = Pattern.compile("<li>((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})</li>");
  private static final Pattern FILE = Pattern.compile("base64,([A-Za-z0-9+/=]+)");

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired RecoveryCodes recoveryCodes;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private Resident maya;
  private AccountId account;

  @BeforeEach
  void mayaHasAnApp() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    account = accounts.byEmail(EmailAddress.parse(maya.email()).orElseThrow()).orElseThrow();
    AuthenticatorApp.setUp(maya.browser(), clock);
  }

  @Test
  void tenCodesAreShownOnceAndMayaIsTold() {
    var page = maya.browser().submit(PAGE, Map.of());
    var codes = codes(page.body());

    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(String.valueOf(page.headers().get("cache-control"))).contains("no-store");
    var file = FILE.matcher(page.body().replace("&#43;", "+"));
    assertThat(file.find()).isTrue();
    assertThat(new String(Base64.getDecoder().decode(file.group(1)), StandardCharsets.UTF_8))
        .contains(codes)
        .contains(maya.email(), "\r\n");
    var later = maya.browser().get(PAGE).body();
    assertThat(codes(later)).isEmpty();
    assertThat(later).contains("Sie haben noch 10 Wiederherstellungscodes");
    assertThat(maya.browser().get("/datenprotokoll").body())
        .contains("Sie haben neue Wiederherstellungscodes erstellt");
    mailbox.awaitMail(maya.email(), "Neue Wiederherstellungscodes");
  }

  @Test
  void theTableKeepsNoCode() {
    var codes = make();
    var rows =
        jdbc.sql("SELECT t::text FROM login_recovery_code AS t WHERE account_id = :account")
            .param("account", account.value())
            .query(String.class)
            .list();

    assertThat(rows).hasSize(10);
    assertThat(String.join(" ", rows)).doesNotContain(codes).doesNotContain("-".repeat(2));
  }

  @Test
  void aCodeStandsInForTheAppOnce() {
    var codes = make();
    var browser = new Browser(port);
    maya.in(browser).logIn();
    assertThat(browser.get(CONFIRM).body()).contains("name=\"recovery\"");

    assertThat(confirm(browser, codes.getFirst()).location()).isEqualTo("/konto/passkeys");
    assertThat(browser.get("/konto/passkeys").status()).isEqualTo(200);
    assertThat(browser.get(PAGE).body()).contains("Sie haben noch 9 Wiederherstellungscodes");
    var mail = mailbox.awaitMail(maya.email(), "Ein Wiederherstellungscode wurde verwendet");
    assertThat(mail.text()).contains("Übrig sind noch: 9.");

    assertThat(confirm(browser, codes.getFirst()).body()).contains("gilt nicht");
    assertThat(confirm(browser, codes.get(1)).status()).isEqualTo(302);
  }

  @Test
  void aCodeIsReadAsPeopleWriteIt() {
    var code = make().stream().filter(one -> one.matches(".*[01].*")).findFirst().orElseThrow();
    var written =
        code.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o').replace('1', 'l');

    assertThat(confirm(maya.browser(), " " + written).status()).isEqualTo(302);
  }

  @Test
  void aNewSetMakesTheOldOneWorthless() {
    var old = make();
    var fresh = make();

    assertThat(confirm(maya.browser(), old.getFirst()).status()).isEqualTo(422);
    assertThat(confirm(maya.browser(), fresh.getFirst()).status()).isEqualTo(302);
  }

  @Test
  void aThiefOfThePasswordMakesNoNewSet() {
    make();
    var thief = new Browser(port);
    maya.in(thief).logIn();

    assertThat(thief.submit(CONFIRM, PAGE, Map.of()).location()).startsWith(CONFIRM);
    assertThat(recoveryCodes.left(account)).isEqualTo(10);
  }

  @Test
  void anotherPersonsCodeOpensNothingAndGuessingIsLimited() {
    make();
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.register(mailbox);
    AuthenticatorApp.setUp(noemi.browser(), clock);
    var noemis = codes(noemi.browser().submit(PAGE, Map.of()).body());

    for (var code : noemis.subList(0, 5)) {
      assertThat(confirm(maya.browser(), code).body()).contains("gilt nicht");
    }
    assertThat(confirm(maya.browser(), noemis.get(5)).body()).contains("Zu viele Versuche");
  }

  @Test
  void codesAreForPeopleWhoHaveASecondFactor() {
    var noemi = Resident.named("Noemi", "Frei", port);
    noemi.register(mailbox);

    assertThat(noemi.browser().get(PAGE).body()).contains("Richten Sie zuerst");
    var token = noemi.browser().token("/konto/name");
    assertThat(noemi.browser().post(PAGE, token, Map.of()).location()).isEqualTo(PAGE);
  }

  @Test
  void theExportSaysWhatIsSetUpAndNoSecret() {
    var codes = make();

    var file = maya.browser().get("/konto/export/daten.json").body();
    var page = maya.browser().get("/konto/export").body();

    assertThat(file).contains("\"recoveryCodesLeft\" : 10", "\"authenticator\" : {");
    assertThat(page)
        .contains("Anmeldung</h2>", "Authenticator-App", "Übrige Wiederherstellungscodes");
    assertThat(file + page).doesNotContain(codes).doesNotContain("secret");
  }

  @Test
  void closingTheAccountTakesAppAndCodesAlong() {
    make();
    clock.tick(Duration.ofSeconds(30));
    maya.browser().submit("/konto/schliessen", Map.of("password", maya.password()));

    assertThat(recoveryCodes.left(account)).isZero();
    assertThat(
            jdbc.sql("SELECT count(*) FROM login_authenticator WHERE account_id = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** Makes a set, as somebody with a second factor does. */
  static List<String> make(Browser browser) {
    return codes(browser.submit(PAGE, Map.of()).body());
  }

  private List<String> make() {
    return make(maya.browser());
  }

  private Browser.Answer confirm(Browser browser, String code) {
    return browser.submit(
        CONFIRM,
        CONFIRM + "/wiederherstellungscode?weiter=%2Fkonto%2Fpasskeys",
        Map.of("recovery", code));
  }

  private static List<String> codes(String page) {
    return CODE.matcher(page).results().map(hit -> hit.group(1)).toList();
  }
}
