package ch.meinkonto.booking;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.payment.Paid;
import ch.meinkonto.request.BookedPlaces;
import ch.meinkonto.request.PlaceClaims;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anna books swimming lessons for Mia. */
class BookingPagesTest {

  private static final String SERVICE = "/dienste/" + Courses.SERVICE;
  private static final String LIST = SERVICE + "/angebote";
  private static final Pattern ASKED = Pattern.compile("name=\"_asked\" value=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile("/quittung#([^\"<]+)");
  private static final int PORT = CityOfTests.portal().address().getPort();

  private final AccountId account = Residents.register("Anna", "Bucht");
  private final Browser anna = Browser.sending(PORT, HeaderLogin.HEADER, account.toString());
  private final String course = Courses.publish(1);

  @Test
  void sheChoosesFillsInPaysAndHasThePlace() {
    assertThat(anna.get(SERVICE).body()).contains("href=\"" + LIST + "\"");
    assertThat(anna.get(LIST).body()).contains(course, "Schwimmen", "Noch 1 Platz frei");
    assertThat(anna.get(LIST + "/" + course).body())
        .contains(
            "Hallenbad am Park",
            "CHF 90.00",
            "20 Minuten für Sie reserviert",
            "kostet es CHF 20.00 pro Platz. Danach kostet es CHF 40.00 pro Platz.");

    var draft = reserves(anna, course);
    assertThat(anna.get(draft + "/personen").body())
        .contains("Ihr Platz ist bis ", "Personen von 5 bis 8 Jahren");
    fillsIn(anna, draft, "Mia");
    assertThat(anna.get(draft + "/pruefen").body())
        .contains("Seepferdchen: 1 zu 90 Franken", "Ihr Platz ist bis ");
    var pay = sends(anna, draft);
    assertThat(anna.get(draft + "/pruefen").body()).contains("bis Sie bezahlt haben");
    Paid.at(CityOfTests.portal(), pay);

    assertThat(anna.get(anna.get(pay).location()).body())
        .contains(
            "Gebucht",
            "Seepferdchen",
            "Montag bis Freitag",
            "1 Platz",
            "Abmelden: Bis ",
            "/termin.ics");
    assertThat(anna.get(LIST + "/" + course + "/termin.ics").body())
        .contains("SUMMARY:Seepferdchen", "LOCATION:Hallenbad am Park");
    assertThat(anna.get(LIST + "/" + course).body()).contains("Ausgebucht");
  }

  @Test
  void whatCancellingCostedEarlierIsNotSaidAnyMore() {
    assertThat(anna.get(LIST + "/" + Courses.publish(Duration.ofDays(3))).body())
        .contains("Es kostet CHF 40.00 pro Platz.")
        .doesNotContain("CHF 20.00");
  }

  @Test
  void whoBooksWithoutALoginReadsWhatItIsAlsoOnceTheUnitHasIt() {
    var room = "/dienste/archiv-lesesaal";
    var day = offered(CityOfTests.ARCHIVE, "archiv-lesesaal", "Lesesaal", Map.of());
    var nobody = new Browser(PORT);
    var draft =
        nobody
            .submit(room + "/angebote/" + day, room + "/antrag", choice(day))
            .location()
            .replace("/lesen", "");
    nobody.submit(
        draft + "/lesen",
        Map.of("_asked", "kennt-signaturen zweck", "kennt-signaturen", "false", "zweck", "privat"));
    step(
        nobody,
        draft + "/lesen",
        Map.of("kennt-signaturen", "false", "zweck", "privat", "thema", "Mein Haus"));
    step(
        nobody,
        draft + "/kontakt",
        Map.of("vorname", "Anna", "nachname", "Bucht", "email", "anna@example.org"));
    var receipt = sends(nobody, draft);
    assertThat(nobody.get(receipt).body()).contains("Gebucht", "Lesesaal", day + "/termin.ics");

    Courses.areTaken(day);
    var link = LINK.matcher(nobody.get(receipt).body());
    assertThat(link.find()).isTrue();
    var elsewhere = new Browser(PORT);
    var opened = elsewhere.submit("/quittung", Map.of("code", link.group(1))).location();
    assertThat(elsewhere.get(opened).body()).contains("Gebucht", "Lesesaal", link.group(1));
    var without = link.group(1).substring(0, link.group(1).indexOf('.'));
    var bare = elsewhere.submit("/quittung", Map.of("code", without)).location();
    assertThat(elsewhere.get(bare).body()).contains("ist angekommen").doesNotContain("Gebucht");

    assertThat(nobody.get(receipt).body()).contains("Gebucht");
    try (var archive = CityOfTests.connect(CityOfTests.keysOf(CityOfTests.ARCHIVE))) {
      archive.receiveOnce(_ -> Outcome.rejected("no", "Leider nein."), 10, Duration.ZERO);
    }
    assertThat(nobody.get(receipt).body()).contains("Nicht angenommen").doesNotContain("Gebucht");
  }

  @Test
  void whatTheUnitMustConfirmIsReservedAndNotBooked() {
    var wedding = new ServiceId("trautermin");
    var hour =
        offered(
            "zivilstandsamt",
            wedding.value(),
            "Stadthaus",
            Map.of("lokal", "stadthaus", "gaeste", 20));
    var words =
        CityOfTests.portal()
            .bean(PlaceClaims.class)
            .words(wedding, new BookedPlaces(hour, 1), Locale.GERMAN);

    assertThat(words.orElseThrow())
        .startsWith("Reserviert, noch nicht bestätigt\n")
        .doesNotContain("sicher");
    assertThat(anna.get("/dienste/trautermin/angebote/" + hour + "/termin.ics").body())
        .contains("STATUS:TENTATIVE");
    assertThat(anna.get(LIST + "/" + course + "/termin.ics").body()).doesNotContain("STATUS");
  }

  /** Something to book that nobody has offered before. */
  private static String offered(
      String unit, String service, String place, Map<String, Object> values) {
    var id = "tag-" + UUID.randomUUID();
    var starts = CityOfTests.clock().instant().plus(Duration.ofDays(40));
    var outcome =
        CityOfTests.portal()
            .bean(Offers.class)
            .publish(new UnitId(unit), service, id, Courses.day(place, starts, values));
    assertThat(outcome).isInstanceOf(Offers.Outcome.Done.class);
    return id;
  }

  @Test
  void whoIsTooLateIsToldSo() {
    reserves(anna, course);

    var urs = somebody("Urs");
    var answer = urs.post(SERVICE + "/antrag", urs.token(LIST + "/" + other()), choice(course));
    assertThat(answer.location()).endsWith(LIST + "/" + course + "?nicht=full");
    assertThat(urs.get(answer.location()).body())
        .contains("So viele Plätze sind nicht mehr frei", "Ausgebucht");
  }

  @Test
  void whoIsNotLoggedInLogsInFirstAndComesBack() {
    var nobody = new Browser(PORT);
    var answer = nobody.submit(LIST + "/" + course, SERVICE + "/antrag", choice(course));

    assertThat(answer.location()).isEqualTo("/anmelden?weiter=" + LIST + "/" + course);
  }

  @Test
  void whoWantsAnotherCourseKeepsWhatWasEntered() {
    var draft = reserves(anna, course);
    fillsIn(anna, draft, "Mia");
    var other = other();
    var asked = anna.submit(LIST + "/" + other, SERVICE + "/antrag", choice(other));
    assertThat(asked.location()).isEqualTo(draft + "/angebot?angebot=" + other + "&plaetze=1");
    assertThat(anna.get(asked.location()).body()).contains("Etwas anderes buchen?");

    var changed = anna.submit(asked.location(), draft + "/angebot", choice(other));
    assertThat(changed.location()).isEqualTo(draft);
    assertThat(anna.get(draft + "/pruefen").body()).contains("Mia", "Ihr Platz ist bis ");
    assertThat(taken(other)).isEqualTo(1);
    assertThat(sends(anna, draft)).startsWith("/bezahlen/");
  }

  @Test
  void whoseTimeIsOverCanStillHaveThePlaceIfNobodyElseHasIt() {
    var draft = reserves(anna, course);
    fillsIn(anna, draft, "Mia");
    timeIsOver(draft);
    assertThat(anna.get(draft + "/pruefen").body())
        .contains("Die Reservation ist abgelaufen", "Nochmals reservieren");
    putBack();

    assertThat(sends(anna, draft)).startsWith("/bezahlen/");
    assertThat(taken(course)).isEqualTo(1);
  }

  @Test
  void whoseTimeIsOverAndWhosePlaceIsGoneKeepsWhatWasEntered() {
    var draft = reserves(anna, course);
    fillsIn(anna, draft, "Mia");
    timeIsOver(draft);
    putBack();
    reserves(somebody("Urs"), course);

    var answer = anna.submit(draft + "/pruefen", draft + "/senden", Map.of());
    assertThat(answer.location()).isEqualTo(draft + "/angebot?nicht=full");
    assertThat(anna.get(answer.location()).body())
        .contains("So viele Plätze sind nicht mehr frei", "Etwas anderes wählen");
    assertThat(anna.get(draft + "/pruefen").body()).contains("Mia");
  }

  @Test
  void aChildHasOnePlaceInACourseWhoeverBooks() {
    Courses.publish(course, 5, List.of());
    var first = reserves(anna, course);
    fillsIn(anna, first, "Mia");
    sends(anna, first);

    var urs = somebody("Urs");
    var second = reserves(urs, course);
    fillsIn(urs, second, " mia ");
    var answer = urs.submit(second + "/pruefen", second + "/senden", Map.of());
    assertThat(answer.location()).isEqualTo(second + "/angebot?nicht=twice");
    assertThat(urs.get(answer.location()).body()).contains("hat hier schon einen Platz");
  }

  @Test
  void anAccountHasNoMoreThanItsShare() {
    for (var i = 0; i < 2; i++) {
      reserves(Browser.sending(PORT, HeaderLogin.HEADER, account.toString()), courseOf(4), 4);
    }
    var another = courseOf(4);
    var answer = anna.submit(LIST + "/" + another, SERVICE + "/antrag", choice(another));
    assertThat(answer.location()).endsWith("?nicht=limit");
  }

  @Test
  void whatIsDeletedIsFree() {
    var draft = reserves(anna, course);
    anna.submit(draft + "/loeschen", Map.of());
    putBack();

    assertThat(taken(course)).isZero();
    assertThat(anna.get(LIST + "/" + course).body()).contains("Noch 1 Platz frei");
  }

  @Test
  void beforeBookingBeginsNobodyHasAPlace() {
    var later = "spaeter-" + UUID.randomUUID();
    var opens = CityOfTests.clock().instant().plus(Duration.ofHours(3));
    Courses.office()
        .offers()
        .publish(Courses.SERVICE.value(), later, Courses.course(5, List.of(), opens));

    assertThat(anna.get(LIST + "/" + later).body()).contains("Buchen ab ");
    var answer = anna.post(SERVICE + "/antrag", anna.token(LIST + "/" + course), choice(later));
    assertThat(answer.location()).endsWith("?nicht=not-open");
  }

  @Test
  void whoHasALongListBeforeThemChoosesByDayAndPlace() {
    var halls = "/dienste/sporthalle/angebote";
    var today = CityOfTests.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
    for (var i = 1; i <= 20; i++) {
      publishHall("Halle Nord", today.plusDays(i));
    }
    assertThat(anna.get(halls).body())
        .contains("Halle Nord", "Nur mit freien Plätzen")
        .doesNotContain("name=\"von\"");
    publishHall("Halle Süd", today.plusDays(40));

    assertThat(anna.get(halls).body())
        .contains("name=\"von\"", "<h3>Platz</h3>", "Halle Nord</p>", "Halle Süd</p>")
        .doesNotContain("Auswahl aufheben");
    var late = halls + "?von=" + today.plusDays(39) + "&bis=" + today.plusDays(41);
    assertThat(anna.get(late).body())
        .contains("Halle Süd</p>", "value=\"" + today.plusDays(39) + "\"", "Auswahl aufheben")
        .doesNotContain("Halle Nord</p>");
    assertThat(anna.get(halls + "?ort=Halle+S%C3%BCd&von=irgendwann").body())
        .contains("Halle Süd</p>")
        .doesNotContain("Halle Nord</p>");
    assertThat(anna.get(halls + "?ort=Halle+S%C3%BCd&bis=" + today.plusDays(20)).body())
        .contains("Dazu gibt es nichts", "Auswahl aufheben")
        .doesNotContain("Halle Süd</p>");
  }

  private static void publishHall(String place, LocalDate day) {
    Courses.office()
        .offers()
        .publish(
            "sporthalle",
            "halle-" + UUID.randomUUID(),
            Courses.day(
                place,
                day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                Map.of("stunden", 2, "termine", 1, "hoechstens", 20)));
  }

  @Test
  void badInputLeadsNowhere() {
    var token = anna.token(LIST + "/" + course);
    assertThat(anna.post(SERVICE + "/antrag", token, Map.of("angebot", "../x")).status())
        .isEqualTo(404);
    assertThat(anna.post(SERVICE + "/antrag", token, Map.of("angebot", "gibt-es-nicht")).location())
        .endsWith("?nicht=gone");
    assertThat(anna.get(LIST + "/gibt-es-nicht").status()).isEqualTo(404);
    assertThat(anna.get("/dienste/umzug-melden/angebote").status()).isEqualTo(404);
    var noId = "/dienste/" + "0".repeat(70);
    for (var address :
        List.of(noId + "/angebote", noId + "/angebote/x/verlosung", noId + "/antrag")) {
      assertThat(anna.get(address).status()).as(address).isEqualTo(404);
    }
    assertThat(anna.post("/dienste/umzug-melden/antrag", token, choice(course)).status())
        .isEqualTo(404);
    assertThat(anna.post(SERVICE + "/antrag", token, Map.of()).location()).isEqualTo(LIST);
    assertThat(
            anna.post(SERVICE + "/antrag", token, Map.of("angebot", course, "plaetze", "viele"))
                .status())
        .isEqualTo(400);
    assertThat(anna.get(LIST + "/" + course + "?nicht=%3Cscript%3E").body())
        .doesNotContain("<script>a");
  }

  private static Browser somebody(String given) {
    AccountId account = Residents.register(given, "Bucht");
    return Browser.sending(PORT, HeaderLogin.HEADER, account.toString());
  }

  private static String other() {
    return Courses.publish(1);
  }

  private static String courseOf(int places) {
    return Courses.publish(places);
  }

  private static Map<String, String> choice(String offer) {
    return Map.of("angebot", offer);
  }

  private static String reserves(Browser browser, String offer) {
    return reserves(browser, offer, 1);
  }

  /** The address of the draft for which places are held. */
  private static String reserves(Browser browser, String offer, int places) {
    var answer =
        browser.submit(
            LIST + "/" + offer,
            SERVICE + "/antrag",
            Map.of("angebot", offer, "plaetze", String.valueOf(places)));
    assertThat(answer.location()).matches("/antrag/[0-9a-f-]{36}/personen");
    return answer.location().replace("/personen", "");
  }

  private static void fillsIn(Browser browser, String draft, String child) {
    var born = CityOfTests.clock().instant().atZone(ZoneOffset.UTC).toLocalDate().minusYears(7);
    step(
        browser,
        draft + "/personen",
        Map.of(
            "personen.0.vorname",
            child,
            "personen.0.nachname",
            "Keller",
            "personen.0.geburtsdatum",
            born.toString(),
            "personen.0.kulturlegi",
            "false"));
    step(
        browser,
        draft + "/kontakt",
        Map.of(
            "vorname", "Anna",
            "nachname", "Keller",
            "adresse.strasse", "Musterstrasse",
            "adresse.hausnummer", "1",
            "adresse.plz", "8004",
            "adresse.ort", "Zürich",
            "telefon", "044 000 00 00"));
  }

  private static void step(Browser browser, String page, Map<String, String> fields) {
    var asked = ASKED.matcher(browser.get(page).body());
    assertThat(asked.find()).as(page).isTrue();
    var all = new HashMap<>(fields);
    all.put("_asked", asked.group(1));
    var next = browser.submit(page, all).location();
    assertThat(next).as(browser.get(next).body()).doesNotContain("fehler", "weiter");
  }

  /** Where she pays. */
  private static String sends(Browser browser, String draft) {
    return browser.submit(draft + "/pruefen", draft + "/senden", Map.of()).location();
  }

  private static int taken(String offer) {
    return Courses.office().offers().status(Courses.SERVICE.value(), offer).taken();
  }

  private static void timeIsOver(String draft) {
    var id = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    CityOfTests.portal()
        .bean(JdbcClient.class)
        .sql("UPDATE booking_hold SET expires_at = :past WHERE draft_id = :draft")
        .param("past", CityOfTests.clock().instant().atOffset(ZoneOffset.UTC).minusSeconds(1))
        .param("draft", id)
        .update();
  }

  /** Places whose time is over are on sale again. */
  private void putBack() {
    var portal = CityOfTests.portal();
    portal.bean(Holds.class).lapsed().forEach(portal.bean(Counter.class)::lapse);
    portal
        .bean(JdbcClient.class)
        .sql("SELECT id FROM booking_return WHERE :course = ANY(slots)")
        .param("course", course)
        .query(UUID.class)
        .list()
        .forEach(portal.bean(Returns.class)::putBack);
  }
}
