package ch.meinkonto.activation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationEnd;
import ch.meinkonto.contract.ActivationLetter;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.ActivationRefusal;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.trust.LogEntry;
import ch.meinkonto.trust.TrustLog;
import ch.meinkonto.unit.ActivationOutcome;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.Round;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vreni wants to see how much electricity she uses: the unit has sent her a code by letter. */
class CodeByLetterTest {

  private static final String SERVICE = "mein-ewz";
  private static final String PAGE = "/konto/freischaltung/" + SERVICE;
  private static final String CODE = "7KQ2-M9XD";

  private final PowerCompany unit = new PowerCompany();
  private final AccountId vreni = Residents.register("Vreni", "Zähler");
  private final Browser browser = browser(vreni);

  @BeforeEach
  void nothingLiesThere() {
    unit.clearsItsDesk();
  }

  @AfterEach
  void close() {
    unit.close();
  }

  @Test
  void theServicesPageSaysSoBefore() {
    assertThat(new Browser(port()).get("/dienste/" + SERVICE).body())
        .contains("Sie brauchen einmal einen Code. Er kommt per Brief", "Willkommen bei ewz")
        .contains("beim ersten Mal ein Code per Brief");
    assertThat(new Browser(port()).get("/dienste/umzug-melden").body())
        .doesNotContain("per Brief von dieser Stelle");
  }

  @Test
  void theRightCodeLeadsOnToWhereSheWas() {
    var page = PAGE + "?weiter=%2Fhilfe";
    var sent = browser.submit(page, Map.of("code", "  7KQ2-M9XD "));
    assertThat(sent.location()).isEqualTo(page);
    var waiting = browser.get(page);
    assertThat(waiting.body())
        .contains("der Code wird geprüft", "http-equiv=\"refresh\"", "data-state=\"waiting\"")
        .doesNotContain(CODE);
    assertThat(browser.get(PAGE + "/stand").body()).isEqualTo("{\"state\":\"waiting\"}");

    unit.toCodes = ActivationOutcome.confirmed("lk-1");
    assertThat(unit.works()).isEqualTo(new Round(1, 0, 0, 0));

    assertThat(unit.heard).containsExactly(new ActivationCode(CODE));
    var from = unit.inTray.getFirst();
    assertThat(from.sender().orElseThrow().name().family()).isEqualTo("Zähler");
    assertThat(from.envelope().kind()).isEqualTo(SubmissionKind.ACTIVATION);
    assertThat(from.envelope().subject())
        .isEqualTo(CityOfTests.portal().bean(Accounts.class).subjectFor(vreni, PowerCompany.UNIT));
    assertThat(browser.get(PAGE + "/stand").body()).isEqualTo("{\"state\":\"answered\"}");
    assertThat(browser.get(page).location()).isEqualTo("/hilfe");
    assertThat(standing()).isInstanceOf(Standing.Active.class);
    assertThat(log()).contains("activation-code-sent", "activation-confirmed");
    assertThat(mails("Eine Dienstleistung ist freigeschaltet")).isOne();
  }

  @Test
  void laterRequestsSayUnderWhichNameTheUnitKnowsHer() {
    activate("lk-2");
    send(request(SERVICE));
    send(request("umzug-melden"));
    unit.works();

    assertThat(unit.inTray)
        .filteredOn(request -> request.envelope().service().equals(SERVICE))
        .extracting(request -> request.activation().map(ActivationLink::value).orElse(""))
        .containsOnly("lk-2");
    assertThat(unit.inTray)
        .filteredOn(request -> !request.envelope().service().equals(SERVICE))
        .isNotEmpty()
        .allMatch(request -> request.activation().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG, 4, noch 4 Mal versuchen",
    "WRONG, 1, noch einmal versuchen",
    "WRONG, , Der Code stimmt nicht",
    "EXPIRED, , abgelaufen",
    "LOCKED, 0, gilt nicht mehr",
    "NOT_POSSIBLE, , Fragen Sie dort nach"
  })
  void aCodeThatIsNotAcceptedSaysWhy(ActivationRefusal reason, Integer left, String words) {
    unit.toCodes = new ActivationOutcome.Refused(reason, left);
    type("AAAA-AAAA");
    unit.works();

    assertThat(browser.get(PAGE).body()).contains(words, "error-summary").doesNotContain("AAAA");
    assertThat(standing()).isInstanceOf(Standing.Refused.class);
    assertThat(log()).contains("activation-refused");
    assertThat(mails("Es gibt eine Antwort zu Ihrer Freischaltung")).isZero();

    CityOfTests.clock().tick(Duration.ofHours(1));
    assertThat(browser.get(PAGE).body()).doesNotContain("error-summary");
  }

  @Test
  void twoClicksAreOneCode() {
    var token = browser.token(PAGE);
    browser.post(PAGE, token, Map.of("code", CODE));
    browser.post(PAGE, token, Map.of("code", CODE));
    browser.post(PAGE, token, Map.of("code", "ANOTHER1"));

    unit.works();

    assertThat(unit.heard).containsExactly(new ActivationCode(CODE));
  }

  @Test
  void whatIsNoCodeIsNotSent() {
    assertThat(browser.submit(PAGE, Map.of("code", " ")).body())
        .contains("Geben Sie den Code aus dem Brief ein.");
    var odd = browser.submit(PAGE, Map.of("code", "x".repeat(65)));
    assertThat(odd.status()).isEqualTo(422);
    assertThat(odd.body()).contains("Das kann kein Code sein").doesNotContain("xxxx");
    assertThat(standing()).isInstanceOf(Standing.Open.class);
  }

  @Test
  void whoeverGuessesIsStoppedAndNobodyElse() {
    for (int i = 0; i < ActivationLimits.CODES.times(); i++) {
      type("GUESS-" + i);
      unit.works();
    }
    var refused = browser.submit(PAGE, Map.of("code", "GUESS-X"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Sie haben es oft versucht");
    unit.works();
    assertThat(unit.heard).hasSize(ActivationLimits.CODES.times());

    var urs = browser(Residents.register("Urs", "Frei"));
    assertThat(urs.submit(PAGE, Map.of("code", CODE)).location()).isEqualTo(PAGE);
    CityOfTests.clock().tick(Duration.ofHours(1));
    type(CODE);
  }

  @Test
  void theCodeIsNowhereInTheDatabase() {
    type("KLARTEXTCODE");
    var row =
        jdbc()
            .sql("SELECT string_agg(s::text, ' ') FROM activation_submission s")
            .query(String.class)
            .single();
    assertThat(row)
        .contains(vreni.toString())
        .doesNotContain("KLARTEXTCODE")
        .doesNotContain(HexFormat.of().formatHex("KLARTEXTCODE".getBytes(UTF_8)));

    unit.toCodes = ActivationOutcome.confirmed("lk-klartext");
    unit.works();
    assertThat(
            jdbc()
                .sql("SELECT string_agg(l::text, ' ') FROM activation_link l")
                .query(String.class)
                .single())
        .contains(vreni.toString())
        .doesNotContain(HexFormat.of().formatHex("lk-klartext".getBytes(UTF_8)));
    assertThat(rows("activation_submission WHERE data IS NOT NULL")).isZero();
  }

  @Test
  void sheOrdersALetter() {
    var order = PAGE + "/brief";
    assertThat(browser.get(PAGE).body()).contains("href=\"" + order + "\"");
    assertThat(browser.submit(order, Map.of("angabe-kundennummer", "4711")).body())
        .contains("Diese Nummer hat 8 Ziffern", "value=\"4711\"");
    assertThat(browser.submit(order, Map.of()).body()).contains("Kundennummer: Diese Angabe fehlt");

    assertThat(browser.submit(order, Map.of("angabe-kundennummer", "4711 0815")).location())
        .isEqualTo(PAGE);
    assertThat(browser.get(PAGE).body()).contains("einen Brief bestellt");
    unit.works();

    assertThat(unit.heard)
        .containsExactly(new ActivationLetter(Map.of("kundennummer", "4711 0815")));
    assertThat(browser.get(PAGE).body()).contains("ist unterwegs", "zwei bis vier Arbeitstagen");
    assertThat(log()).contains("activation-letter-ordered");
    var inTheClear = HexFormat.of().formatHex("4711 0815".getBytes(UTF_8));
    assertThat(rows("activation_submission s WHERE s::text LIKE '%" + inTheClear + "%'")).isZero();
  }

  @Test
  void theUnitFindsNobodyAndSaysSo() {
    unit.toOrders = Outcome.rejected("unknown-person", "Wir finden niemanden mit dieser Nummer.");
    order();
    unit.works();

    assertThat(browser.get(PAGE).body()).contains("Wir finden niemanden mit dieser Nummer.");
    assertThat(mails("Es gibt eine Antwort zu Ihrer Freischaltung")).isOne();
    assertThat(rows("activation_submission s WHERE s::text LIKE '%niemanden%'")).isZero();
  }

  @Test
  void nobodyFillsLetterboxes() {
    for (int i = 0; i < ActivationLimits.LETTERS.times(); i++) {
      order();
      unit.works();
    }
    var again = browser.submit(PAGE + "/brief", Map.of("angabe-kundennummer", "47110815"));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("in 3 Tagen wieder");
  }

  @Test
  void theUnitTakesItBackAndSheHearsOfIt() {
    activate("lk-3");
    unit.unit().activations().revoke(new ActivationLink("lk-3"));
    unit.unit().activations().revoke(new ActivationLink("lk-3"));

    assertThat(standing()).isInstanceOf(Standing.Open.class);
    assertThat(log()).containsOnlyOnce("activation-revoked");
    assertThat(mails("Eine Freischaltung gilt nicht mehr")).isOne();
  }

  @Test
  void anotherUnitsNameForSomebodyIsNothingToThisOne() {
    activate("lk-4");
    try (var other = CityOfTests.connect(CityOfTests.office())) {
      other.activations().revoke(new ActivationLink("lk-4"));
    }
    assertThat(standing()).isInstanceOf(Standing.Active.class);
  }

  @Test
  void sheTakesItBackAndTheUnitHearsOfIt() {
    order();
    unit.works();
    CityOfTests.clock().tick(Duration.ofSeconds(1));
    activate("lk-5");
    var own = "/konto/freischaltungen";
    assertThat(browser.get(own).body()).contains("Mein ewz", "Freigeschaltet seit");

    assertThat(browser.submit(own, own + "/" + SERVICE + "/aufheben", Map.of()).location())
        .isEqualTo(own);

    assertThat(browser.get(own).body()).contains("Noch keine");
    unit.works();
    assertThat(unit.heard).containsExactly(new ActivationEnd(new ActivationLink("lk-5")));
    assertThat(log()).contains("activation-ended");
    assertThat(browser.get(PAGE).body()).doesNotContain("ist unterwegs");
    assertThat(browser(vreni).get(PAGE).body()).contains("Code aus dem Brief eingeben");
  }

  @Test
  void whoClosedTheAccountMeanwhileIsNoTrouble() {
    type(CODE);
    unit.toCodes = ActivationOutcome.confirmed("lk-6");
    unit.meanwhile = () -> CityOfTests.portal().bean(Accounts.class).close(vreni);

    assertThat(unit.works().total()).isOne();

    assertThat(rows("activation_link WHERE account_id = '" + vreni + "'")).isZero();
    assertThat(rows("activation_submission WHERE account_id = '" + vreni + "'")).isZero();
    unit.meanwhile = () -> {};
    CityOfTests.clock().tick(Duration.ofHours(1));
    assertThat(unit.works()).isEqualTo(new Round(0, 0, 0, 0));
  }

  @Test
  void closingTheAccountErasesAll() {
    activate("lk-7");
    order();
    CityOfTests.portal().bean(Accounts.class).close(vreni);
    assertThat(rows("activation_link WHERE account_id = '" + vreni + "'")).isZero();
    assertThat(unit.works()).isEqualTo(new Round(0, 0, 0, 0));
  }

  @Test
  void anAnswerThatTakesLongComesByMail() {
    type(CODE);
    CityOfTests.clock().tick(Duration.ofMinutes(5));
    unit.works();
    assertThat(mails("Es gibt eine Antwort zu Ihrer Freischaltung")).isOne();
  }

  @Test
  void whenNobodyAnswersForAWeekSheMayTryAgain() {
    type(CODE);
    CityOfTests.clock().tick(Forgetting.UNANSWERED.plusMinutes(1));
    forget();

    assertThat(browser.get(PAGE).body()).contains("hat nicht geantwortet");
    assertThat(mails("Es gibt eine Antwort zu Ihrer Freischaltung")).isOne();
    assertThat(rows("activation_submission WHERE data IS NOT NULL")).isZero();
    assertThat(unit.works()).isEqualTo(new Round(0, 0, 0, 0));
    type(CODE);
    assertThat(unit.works().total()).isOne();
    CityOfTests.clock().tick(Forgetting.ANSWERED.plusMinutes(1));
    forget();
    assertThat(rows("activation_submission")).isZero();
  }

  @Test
  void theExportTellsAllOfIt() {
    activate("lk-8");
    var export = CityOfTests.portal().bean(ActivationExport.class).export(vreni, Locale.GERMAN);
    assertThat(export.active())
        .singleElement()
        .satisfies(active -> {
          assertThat(active.service()).isEqualTo(SERVICE);
          assertThat(active.link()).isEqualTo("lk-8");
        });
    assertThat(export.sent())
        .singleElement()
        .satisfies(sent -> assertThat(sent.state()).isEqualTo("accepted"));
    assertThat(browser.get("/konto/export").body()).contains("Freischaltungen", "Mein ewz");
  }

  @Test
  void onlyServicesThatAskForItHaveSuchAPage() {
    for (var service : List.of("umzug-melden", "gibt-es-nicht", "..%2f")) {
      assertThat(browser.get("/konto/freischaltung/" + service).status()).isNotEqualTo(200);
    }
    assertThat(browser.get("/konto/freischaltung/umzug-melden").status()).isEqualTo(404);
    assertThat(new Browser(port()).get(PAGE).location()).startsWith("/anmelden?weiter=");
  }

  @Test
  void aServiceWithTwoFactorsAsksForThemFirst() {
    var page = browser.get("/konto/freischaltung/steuern-verwalten?weiter=%2Fhilfe");
    assertThat(page.location())
        .isEqualTo(
            "/konto/zweiter-faktor?weiter="
                + "%2Fkonto%2Ffreischaltung%2Fsteuern-verwalten%3Fweiter%3D%252Fhilfe");
    assertThat(
            browser
                .post("/konto/freischaltung/steuern-verwalten", browser.token(PAGE), Map.of())
                .location())
        .startsWith("/konto/zweiter-faktor");
  }

  @Test
  void nobodyIsLedElsewhere() {
    activate("lk-9");
    for (var wish : List.of("https://evil.example", "//evil.example", PAGE)) {
      assertThat(
              browser.get(PAGE + "?weiter=" + java.net.URLEncoder.encode(wish, UTF_8)).location())
          .isEqualTo("/konto/freischaltungen");
    }
  }

  @Test
  void aUnitWithoutKeysCannotBeAsked() {
    assertThat(
            CityOfTests.portal()
                .bean(Activations.class)
                .send(
                    new Sender(vreni, Assurance.TWO_FACTORS, Locale.GERMAN),
                    CityOfTests.portal()
                        .bean(Catalogue.class)
                        .find(new ServiceId("steuern-verwalten"))
                        .orElseThrow(),
                    CODE))
        .isInstanceOf(SendOutcome.UnitCannotReceive.class);
  }

  private void type(String code) {
    assertThat(browser.submit(PAGE, Map.of("code", code)).location()).isEqualTo(PAGE);
  }

  private void order() {
    assertThat(
            browser.submit(PAGE + "/brief", Map.of("angabe-kundennummer", "47110815")).location())
        .isEqualTo(PAGE);
  }

  private void activate(String link) {
    type(CODE);
    unit.toCodes = ActivationOutcome.confirmed(link);
    unit.works();
    unit.heard.clear();
    unit.inTray.clear();
  }

  private NewRequest request(String service) {
    return new NewRequest(
        UUID.randomUUID(),
        new ServiceId(service),
        1,
        new UnitId(PowerCompany.UNIT),
        vreni,
        Assurance.LOGIN,
        Locale.GERMAN,
        "{}".getBytes(UTF_8),
        null,
        List.of(),
        List.of(),
        null);
  }

  private static void send(NewRequest request) {
    Residents.send(request);
  }

  private static void forget() {
    CityOfTests.portal().bean(Forgetting.class).erase();
  }

  private Standing standing() {
    var portal = CityOfTests.portal();
    return portal
        .bean(Activations.class)
        .standing(vreni, portal.bean(Catalogue.class).find(new ServiceId(SERVICE)).orElseThrow());
  }

  private List<String> log() {
    return CityOfTests.portal().bean(TrustLog.class).all(vreni.value()).stream()
        .map(LogEntry::kind)
        .toList();
  }

  /** How many such mails are on their way to her, or have arrived. */
  private long mails(String subject) {
    var email = CityOfTests.portal().bean(Accounts.class).find(vreni).orElseThrow().email().value();
    org.awaitility.Awaitility.await().until(() -> rows("notification_outbox") == 0);
    return new Mailbox()
        .mails(email).stream().filter(mail -> mail.subject().equals(subject)).count();
  }

  private static JdbcClient jdbc() {
    return CityOfTests.portal().bean(JdbcClient.class);
  }

  private static int rows(String where) {
    return jdbc().sql("SELECT count(*) FROM " + where).query(Integer.class).single();
  }

  private static Browser browser(AccountId account) {
    return Browser.sending(port(), HeaderLogin.HEADER, account.toString());
  }

  private static int port() {
    return CityOfTests.portal().address().getPort();
  }
}
