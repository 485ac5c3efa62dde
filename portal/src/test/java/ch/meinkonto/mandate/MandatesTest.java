package ch.meinkonto.mandate;

import static ch.meinkonto.mandate.Handshake.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.trust.LogEntry;
import ch.meinkonto.trust.TrustLog;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vreni can’t see well any more: Reto is to fill in forms for her. Eva is neither of the two. */
class MandatesTest {

  private static final String SERVICE = "umzug-melden";
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final String WITH_TWO_FACTORS = "sozialhilfe";

  private final AccountId vreni = Residents.register("Vreni", "Vollmacht");
  private final AccountId reto = Residents.register("Reto", "Helfer");
  private final Browser giver = as(vreni);
  private final Browser holder = as(reto);
  private final Browser eva = as(Residents.register("Eva", "Fremd"));

  @Test
  void whoHasNoneIsToldWhatTheyAreFor() {
    assertThat(giver.get("/konto").body()).contains("href=\"" + PAGE + "\"");
    assertThat(giver.get(PAGE).body())
        .contains("Sie haben niemandem eine Vollmacht gegeben", "Sie haben keine Vollmacht")
        .contains("Wenn Sie etwas für Ihr Kind erledigen", "Wenn mehrere für eine Firma handeln");
    assertThat(giver.get(PAGE, "en").body()).contains("You gave nobody a mandate");
  }

  @Test
  void itCountsOnceItsGiverHasSeenWhoTypedTheCode() {
    var code = Handshake.code(giver, SERVICE, inDays(30));
    assertThat(giver.get(PAGE).body()).contains("Niemand hat den Code bisher eingegeben");

    var look = holder.submit(PAGE + "/code", Map.of("code", code.toLowerCase(Locale.ROOT)));
    assertThat(look.body()).contains("Vreni Vollmacht", "Umzug melden").doesNotContain("Reto");
    assertThat(Handshake.accepts(holder, code).location()).isEqualTo(PAGE);
    assertThat(holder.get(PAGE).body()).contains("Die Vollmacht gilt noch nicht");
    var mandate = id();
    assertThat(mandates().lasts(mandate, reto)).isFalse();

    assertThat(giver.get(PAGE + "/neu/" + mandate).body())
        .contains("Soll Reto Helfer für Sie handeln?", "Umzug melden");
    giver.submit(PAGE + "/neu/" + mandate, Map.of());

    assertThat(mandates().lasts(mandate, reto)).isTrue();
    assertThat(mandates().lasts(mandate, vreni)).isFalse();
    assertThat(giver.get(PAGE).body()).contains("Vollmacht für Reto Helfer");
    assertThat(holder.get(PAGE).body()).contains("Vollmacht von Vreni Vollmacht", "Umzug melden");
    assertThat(log(vreni))
        .containsSubsequence("mandate-prepared", "mandate-accepted", "mandate-given");
    assertThat(log(reto)).contains("mandate-held");
    assertThat(giver.get("/datenprotokoll").body())
        .contains("Sie haben Reto Helfer eine Vollmacht gegeben");
    assertThat(mails(vreni)).contains("Jemand hat den Code Ihrer Vollmacht eingegeben");
    assertThat(mails(reto)).contains("Eine Vollmacht für Sie gilt jetzt");
  }

  @Test
  void aCodeCountsOnceAndNotForItsGiver() {
    var code = Handshake.code(giver, SERVICE, inDays(30));
    assertThat(Handshake.accepts(giver, code).body()).contains("Das ist Ihr eigener Code");
    Handshake.accepts(holder, code);

    assertThat(Handshake.accepts(eva, code).status()).isEqualTo(422);
    assertThat(eva.submit(PAGE + "/code", Map.of("code", code)).body())
        .contains("Dieser Code stimmt nicht")
        .doesNotContain("Vreni");
  }

  @Test
  void theCodeLiesNowhereInTheClear() {
    var code = Handshake.code(giver, SERVICE, inDays(30));
    assertThat(rows("mandate m WHERE m::text LIKE '%" + code.replace("-", "") + "%'")).isZero();
    assertThat(giver.get(PAGE).body()).doesNotContain(code);
  }

  @Test
  void whoTriesCodesHasToWait() {
    for (int i = 0; i < MandateLimits.CODES.times(); i++) {
      assertThat(eva.submit(PAGE + "/code", Map.of("code", "AAAA-AAA" + i)).body())
          .contains("Dieser Code stimmt nicht");
    }
    var code = Handshake.code(giver, SERVICE, inDays(30));
    var answer = eva.submit(PAGE + "/code", Map.of("code", code));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("zu viele falsche Codes").doesNotContain("Vreni");
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    assertThat(wrong(Map.of())).contains("Wählen Sie mindestens eine", "Geben Sie einen Tag an");
    assertThat(wrong(Handshake.fields("gibt-es-nicht", inDays(1)))).contains("mindestens eine");
    assertThat(wrong(Handshake.fields(SERVICE, inDays(-1)))).contains("einen späteren Tag");
    assertThat(wrong(Handshake.fields(SERVICE, inDays(365 * 3 + 2))))
        .contains("einen früheren Tag", "Spätestens am");
    assertThat(rows("mandate WHERE giver_id = '" + vreni + "'")).isZero();
    assertThat(holder.submit(PAGE + "/code", Map.of("code", "")).body())
        .contains("Geben Sie den Code ein");
  }

  @Test
  void nobodyGivesForWhatTheyCouldNotSendThemselves() {
    assertThat(giver.get(PAGE + "/neu").body())
        .contains("Umzug melden", "Auch eine Vollmacht dafür geben Sie nur so")
        .doesNotContain("value=\"" + WITH_TWO_FACTORS + "\"") // she gave her password only
        .doesNotContain("value=\"betriebskehricht\"") // for companies
        .doesNotContain("value=\"stimmrechtsausweis\"") // its file says so
        .doesNotContain("value=\"sportkurse\"") // places are booked by who takes them
        .doesNotContain("value=\"mein-ewz\""); // an application decides for itself
    assertThat(wrong(Handshake.fields(WITH_TWO_FACTORS, inDays(1)))).contains("mindestens eine");
  }

  @Test
  void nobodyElseHasAnythingToDoWithIt() {
    var accepted = Handshake.accepted(giver, holder, SERVICE, inDays(30));
    for (var stranger : List.of(eva, holder)) {
      assertThat(stranger.get(PAGE + "/neu/" + accepted).status()).isEqualTo(404);
      assertThat(stranger.submit(PAGE + "/neu", PAGE + "/neu/" + accepted, Map.of()).status())
          .isEqualTo(404);
    }
    assertThat(eva.submit(PAGE + "/neu", PAGE + "/" + accepted + "/beenden", Map.of()).status())
        .isEqualTo(404);
    assertThat(rows("mandate WHERE id = '" + accepted + "' AND state = 'accepted'")).isOne();
  }

  @Test
  void eachOfTheTwoEndsItAtOnce() {
    for (var one : List.of(giver, holder)) {
      var mandate = Handshake.mandate(giver, holder, SERVICE, inDays(30));
      assertThat(one.submit(PAGE, PAGE + "/" + mandate + "/beenden", Map.of()).location())
          .isEqualTo(PAGE);
      assertThat(mandates().lasts(mandate, reto)).isFalse();
      assertThat(rows("mandate WHERE id = '" + mandate + "'")).isZero();
    }
    assertThat(log(vreni)).contains("mandate-ended", "mandate-renounced");
    assertThat(log(reto)).contains("mandate-ended", "mandate-renounced");
  }

  @Test
  void itRunsOutByItself() {
    var mandate = Handshake.mandate(giver, holder, SERVICE, inDays(2));
    CityOfTests.clock().tick(Duration.ofDays(2));
    assertThat(mandates().lasts(mandate, reto)).isTrue();
    CityOfTests.clock().tick(Duration.ofDays(1));
    assertThat(mandates().lasts(mandate, reto)).isFalse(); // though nobody has cleared it away
    assertThat(holder.get(PAGE).body()).contains("Sie haben keine Vollmacht");

    clearAway();
    assertThat(rows("mandate WHERE id = '" + mandate + "'")).isZero();
    assertThat(log(vreni)).contains("mandate-expired");
    assertThat(log(reto)).contains("mandate-expired");
  }

  @Test
  void whatNobodyTypesInOrConfirmsInTimeIsNothing() {
    var code = Handshake.code(giver, SERVICE, inDays(30));
    var accepted = Handshake.accepted(giver, holder, SERVICE, inDays(30));
    CityOfTests.clock().tick(Duration.ofDays(8));

    assertThat(Handshake.accepts(holder, code).status()).isEqualTo(422);
    assertThat(giver.get(PAGE + "/neu/" + accepted).status()).isEqualTo(404);
    assertThat(giver.submit(PAGE + "/neu", PAGE + "/neu/" + accepted, Map.of()).status())
        .isEqualTo(404);
    clearAway();
    assertThat(rows("mandate WHERE giver_id = '" + vreni + "'")).isZero();
  }

  @Test
  void itGoesWithTheAccountOfEither() {
    var mandate = Handshake.mandate(giver, holder, SERVICE, inDays(30));
    CityOfTests.portal().bean(Accounts.class).close(reto);

    assertThat(rows("mandate WHERE id = '" + mandate + "'")).isZero();
    assertThat(log(vreni)).contains("mandate-closed");
  }

  @Test
  void theExportTellsIt() {
    Handshake.mandate(giver, holder, SERVICE, inDays(30));
    var export = CityOfTests.portal().bean(MandateExport.class);
    assertThat(export.export(vreni, Locale.GERMAN).get("given")).hasSize(1);
    assertThat(export.export(reto, Locale.GERMAN).get("held"))
        .singleElement()
        .satisfies(held -> assertThat(held.services()).containsExactly(SERVICE));
    assertThat(giver.get("/konto/export").body()).contains("Vollmacht für Reto Helfer");
  }

  private String wrong(Map<String, String> fields) {
    var answer = giver.submit(PAGE + "/neu", fields);
    assertThat(answer.status()).isEqualTo(422);
    return answer.body();
  }

  private UUID id() {
    return jdbc()
        .sql("SELECT id FROM mandate WHERE giver_id = :giver")
        .param("giver", vreni.value())
        .query(UUID.class)
        .single();
  }

  private static LocalDate inDays(int days) {
    return LocalDate.ofInstant(CityOfTests.clock().instant(), ZONE).plusDays(days);
  }

  private static void clearAway() {
    var portal = CityOfTests.portal();
    portal
        .bean(MandateRows.class)
        .over()
        .forEach(mandate -> portal.bean(Mandates.class).expire(mandate.id()));
  }

  private static Mandates mandates() {
    return CityOfTests.portal().bean(Mandates.class);
  }

  private static List<String> log(AccountId account) {
    return CityOfTests.portal().bean(TrustLog.class).all(account.value()).stream()
        .map(LogEntry::kind)
        .toList();
  }

  private static List<String> mails(AccountId account) {
    var email = CityOfTests.portal().bean(Accounts.class).ofPage(account).email().value();
    await().until(() -> rows("notification_outbox") == 0);
    return new Mailbox().mails(email).stream().map(Mailbox.Mail::subject).toList();
  }

  private static int rows(String where) {
    return jdbc().sql("SELECT count(*) FROM " + where).query(Integer.class).single();
  }

  private static JdbcClient jdbc() {
    return CityOfTests.portal().bean(JdbcClient.class);
  }

  private static Browser as(AccountId account) {
    return Browser.sending(
        CityOfTests.portal().address().getPort(), HeaderLogin.HEADER, account.toString());
  }
}
