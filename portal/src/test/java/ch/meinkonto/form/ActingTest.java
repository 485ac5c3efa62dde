package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.mandate.Handshake;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.trust.LogEntry;
import ch.meinkonto.trust.TrustLog;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vreni gave Reto a mandate for one service: he fills in its form for her, as the pages lead. */
class ActingTest {

  private static final ServiceId MOVING = new ServiceId("umzug-melden");
  private static final ServiceId CONFIRMATION = new ServiceId("wohnsitzbestaetigung");
  private static final String OVER = "Die Vollmacht gilt nicht mehr";

  private final Forms forms = CityOfTests.portal().bean(Forms.class);
  private final Drafts drafts = CityOfTests.portal().bean(Drafts.class);
  private final AccountId vreni = Residents.register("Vreni", "Vertreten");
  private final AccountId reto = Residents.register("Reto", "Handelt");
  private final Browser giver = as(vreni);
  private final Browser helper = as(reto);

  @Test
  void whoHoldsNoneIsNotAsked() {
    assertThat(begin(helper, MOVING)).doesNotContain("fuer-wen");
  }

  @Test
  void heChoosesForWhomAndSeesItOnEachPage() {
    var mandate = mandate(MOVING);
    var asked = begin(helper, MOVING);
    assertThat(asked).endsWith("/fuer-wen");
    assertThat(helper.get(asked).body()).contains("Für mich", "Für Vreni Vertreten", "gilt bis");
    assertThat(helper.submit(asked, Map.of()).body()).contains("Wählen Sie, für wen");

    var step = helper.get(chosen(asked, mandate.toString())).location();
    assertThat(helper.get(step).body()).contains("Sie füllen das für Vreni Vertreten aus");
    assertThat(log(vreni)).contains("mandate-used");
    assertThat(giver.get("/datenprotokoll").body()).contains("Reto Handelt füllt für Sie");
  }

  @Test
  void whatIsOfferedIsHersAndNotHis() {
    var mandate = mandate(MOVING);
    var asked = begin(helper, MOVING);
    var step = address(asked) + "/person";
    assertThat(helper.get(step).body()).contains("value=\"Handelt\"");
    chosen(asked, mandate.toString());
    assertThat(helper.get(step).body())
        .contains("value=\"Vertreten\"")
        .doesNotContain("value=\"Handelt\"");
    end(mandate);
    assertThat(helper.get(step).body()).doesNotContain("value=\"Vertreten\"", "value=\"Handelt\"");
  }

  @Test
  void whatHeSendsIsHersAndAllReadWhoSentIt() {
    var draft = filledIn(MOVING, mandate(MOVING));
    assertThat(helper.get(draft + "/pruefen").body()).contains("Für wen?", "Für Vreni Vertreten");

    var sent = helper.submit(draft + "/pruefen", draft + "/senden", Map.of()).location();
    var line = "Eingereicht von Reto Handelt für Vreni Vertreten.";
    assertThat(helper.get(sent).body()).contains(line);
    assertThat(giver.get(sent).body()).contains(line);
    assertThat(helper.get("/antraege").body()).contains("Für andere gesendet", line);
    assertThat(giver.get("/antraege").body()).contains(line);
    assertThat(helper.get("/mitteilungen").body()).doesNotContain(line);
    assertThat(giver.get(thread()).body())
        .contains("Eingereicht von Reto Handelt für Sie")
        .contains("Reto Handelt hat ihn mit Ihrer Vollmacht für Sie gesendet");
    assertThat(helper.get(thread()).status()).isEqualTo(404);
    assertThat(log(vreni)).contains("request-sent-for-you");
    assertThat(log(reto)).contains("request-sent-for").doesNotContain("request-sent");
    assertThat(giver.get("/datenprotokoll").body())
        .contains("Reto Handelt hat für Sie den Antrag", "Grundlage: Ihre Vollmacht");

    var received = received("Vertreten");
    var actor = received.actor().orElseThrow();
    assertThat(actor.person().name().family()).isEqualTo("Handelt");
    assertThat(received.envelope().subject()).isEqualTo(subject(vreni));
    assertThat(actor.subject()).isEqualTo(subject(reto)).isNotEqualTo(subject(vreni));
  }

  @Test
  void heSeesNothingMoreOfItOnceTheMandateIsOver() {
    var mandate = mandate(MOVING);
    var draft = filledIn(MOVING, mandate);
    var sent = helper.submit(draft + "/pruefen", draft + "/senden", Map.of()).location();
    var receipt = sent.replace("/bestaetigung", "/quittung");
    assertThat(helper.get(receipt).status()).isEqualTo(200);
    end(mandate);

    assertThat(helper.get(sent).status()).isEqualTo(404);
    assertThat(helper.get(receipt).status()).isEqualTo(404);
    assertThat(helper.get("/antraege").body()).doesNotContain("Vreni Vertreten");
    assertThat(giver.get(sent).body()).contains("Eingereicht von Reto Handelt");
    CityOfTests.portal().bean(Accounts.class).close(reto);
    assertThat(giver.get(sent).body()).contains("einer Person, die kein Konto mehr hat");
    assertThat(giver.get(thread()).body()).contains("Eingereicht von Reto Handelt");
  }

  @Test
  void whatEndsBetweenTwoClicksIsNotSentAndHeChoosesAnew() {
    var mandate = mandate(MOVING);
    var draft = filledIn(MOVING, mandate);
    var token = helper.token(draft + "/pruefen");
    end(mandate);

    assertThat(helper.post(draft + "/senden", token, Map.of()).location())
        .isEqualTo(draft + "/pruefen");
    assertThat(helper.get(draft + "/pruefen").body()).contains(OVER).doesNotContain("/senden\"");
    assertThat(requests(vreni) + requests(reto)).isZero();

    assertThat(helper.get(draft + "/fuer-wen").body()).contains(OVER, "Für mich");
    chosen(draft + "/fuer-wen", "mich");
    assertThat(helper.submit(draft + "/pruefen", draft + "/senden", Map.of()).location())
        .startsWith("/antraege/");
    assertThat(requests(reto)).isOne();
    assertThat(log(vreni)).doesNotContain("request-sent-for-you");
  }

  @Test
  void whatHasRunOutOrGoneWithHerAccountIsNotSent() {
    var runsOut = filledIn(MOVING, mandate(MOVING));
    CityOfTests.clock().tick(Duration.ofDays(15)); // while there is nobody to clear it away
    assertRefused(runsOut);

    var goes = filledIn(MOVING, mandate(MOVING));
    CityOfTests.portal().bean(Accounts.class).close(vreni);
    assertRefused(goes);
  }

  @Test
  void itIsForNoOtherService() {
    var mandate = mandate(MOVING);
    assertThat(begin(helper, CONFIRMATION)).doesNotContain("fuer-wen");
    var other = filledIn(CONFIRMATION, null);
    assertThat(helper.get(other + "/fuer-wen").body()).doesNotContain("Vreni");
    assertThat(
            helper
                .post(
                    other + "/fuer-wen",
                    helper.token(other + "/pruefen"),
                    Map.of("fuer", mandate.toString()))
                .status())
        .isEqualTo(422);
    remember(other, mandate); // as if the draft had been begun when the service was covered
    assertRefused(other);
  }

  @Test
  void nobodyElseActsByIt() {
    var mandate = mandate(MOVING);
    var eva = as(Residents.register("Eva", "Fremd"));
    var asked = begin(eva, MOVING);
    assertThat(asked).doesNotContain("fuer-wen");
    var draft = address(asked);
    assertThat(
            eva.post(draft + "/fuer-wen", eva.token(asked), Map.of("fuer", mandate.toString()))
                .status())
        .isEqualTo(422);
    remember(eva, draft, mandate);
    assertThat(eva.get(draft + "/pruefen").body()).contains(OVER).doesNotContain("Vreni");
    assertThat(eva.post(draft + "/senden", eva.token(asked), Map.of()).location())
        .isEqualTo(draft + "/pruefen");
    assertThat(requests(vreni)).isZero();
  }

  @Test
  void whatIsAcceptedButNotConfirmedIsNoMandate() {
    Handshake.accepted(giver, helper, MOVING.value(), lastDay());
    assertThat(begin(helper, MOVING)).doesNotContain("fuer-wen");
  }

  @Test
  void hePaysAndWhatHeHasNotPaidEndsWithTheMandate() {
    var mandate = mandate(CONFIRMATION);
    var draft = filledIn(CONFIRMATION, mandate);
    var pay = helper.submit(draft + "/pruefen", draft + "/senden", Map.of()).location();
    assertThat(pay).startsWith("/bezahlen/");
    assertThat(helper.get(pay).status()).isEqualTo(200);
    assertThat(giver.get(pay).status()).isEqualTo(404);

    end(mandate);
    assertThat(helper.get(pay).status()).isEqualTo(410);
    assertThat(rows("request_held WHERE account_id = '" + vreni + "'")).isZero();
  }

  private void assertRefused(String draft) {
    assertThat(helper.get(draft + "/pruefen").body()).contains(OVER);
    var before = requests(reto);
    helper.post(draft + "/senden", helper.token(draft + "/fuer-wen"), Map.of());
    assertThat(requests(vreni)).isZero();
    assertThat(requests(reto)).isEqualTo(before);
  }

  private UUID mandate(ServiceId service) {
    return Handshake.mandate(giver, helper, service.value(), lastDay());
  }

  private void end(UUID mandate) {
    giver.submit("/konto/vollmachten", "/konto/vollmachten/" + mandate + "/beenden", Map.of());
  }

  private static LocalDate lastDay() {
    return LocalDate.ofInstant(CityOfTests.clock().instant(), ZoneId.of("Europe/Zurich"))
        .plusDays(14);
  }

  /** Where the browser is led that begins a form. */
  private static String begin(Browser browser, ServiceId service) {
    var page = "/dienste/" + service;
    return browser.submit(page, page + "/antrag", Map.of("neu", "true")).location();
  }

  private String chosen(String page, String whom) {
    return helper.submit(page, Map.of("fuer", whom)).location();
  }

  private static String address(String page) {
    return page.substring(0, page.lastIndexOf('/'));
  }

  /** A draft with valid answers, without files; for himself if there is no mandate. */
  private String filledIn(ServiceId service, @Nullable UUID mandate) {
    var draft = address(begin(helper, service));
    if (mandate != null) {
      chosen(draft + "/fuer-wen", mandate.toString());
    }
    var form = forms.find(service).orElseThrow().form();
    var answers =
        IntStream.range(0, 300)
            .mapToObj(seed -> SampleAnswers.of(form, forms.now(), seed))
            .filter(given -> forms.assess(form, given).isComplete())
            .filter(given -> forms.assess(form, given).attachments().isEmpty())
            .findFirst()
            .orElseThrow();
    change(helper, draft, answers);
    return draft;
  }

  private void remember(String draft, UUID mandate) {
    remember(helper, draft, mandate);
  }

  private void remember(Browser browser, String draft, UUID mandate) {
    change(browser, draft, Map.of("_mandate", mandate.toString()));
  }

  private void change(Browser browser, String draft, Map<String, Object> more) {
    var id = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    var keys = browser.cookies("mk-antrag");
    for (var key : keys) {
      if (drafts.find(id, DraftKey.of(key)) instanceof Drafts.Found.Open(var open)) {
        drafts.change(
            open,
            given -> {
              given.putAll(more);
              return given;
            });
        return;
      }
    }
    throw new AssertionError("No key for " + draft);
  }

  private String thread() {
    var id =
        CityOfTests.portal()
            .bean(JdbcClient.class)
            .sql("SELECT id FROM messages_thread WHERE account_id = :account")
            .param("account", vreni.value())
            .query(UUID.class)
            .single();
    return "/mitteilungen/" + id;
  }

  private static String subject(AccountId account) {
    return CityOfTests.portal().bean(Accounts.class).subjectFor(account, CityOfTests.REAL_UNIT);
  }

  private static ReceivedRequest received(String family) {
    var inTray = new ArrayList<ReceivedRequest>();
    try (var unit = CityOfTests.connect(CityOfTests.keysOf(CityOfTests.REAL_UNIT))) {
      unit.receiveOnce(
          request -> {
            inTray.add(request);
            return Outcome.accepted();
          },
          50,
          Duration.ZERO);
    }
    return inTray.stream()
        .filter(one -> one.sender().filter(it -> it.name().family().equals(family)).isPresent())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static List<String> log(AccountId account) {
    return CityOfTests.portal().bean(TrustLog.class).all(account.value()).stream()
        .map(LogEntry::kind)
        .toList();
  }

  private static int requests(AccountId account) {
    return rows("request_envelope WHERE account_id = '" + account + "'");
  }

  private static int rows(String where) {
    return CityOfTests.portal()
        .bean(JdbcClient.class)
        .sql("SELECT count(*) FROM " + where)
        .query(Integer.class)
        .single();
  }

  private static Browser as(AccountId account) {
    return Browser.sending(
        CityOfTests.portal().address().getPort(), HeaderLogin.HEADER, account.toString());
  }
}
