package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Colleagues;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Olga and Otto run the portal, Sina looks after the school office, Rita audits. */
@PortalTest
class DeliveryDeskTest {

  private static final UnitId SCHOOL = new UnitId("schulamt");
  private static final UnitId SPORT = new UnitId("sportamt");
  private static final String PARTY = "veranstaltung";
  private static final String LIST = DeliveryListPages.PATH;
  private static final String PAUSE = "/betrieb/aemter/schulamt/anhalten";
  private static final String REPLAY = "/betrieb/aemter/schulamt/alles-erneut-anbieten";
  private static final String AGAIN = "/erneut-anbieten";
  private static final Pattern NEXT =
      Pattern.compile("href=\"(" + LIST + "[^\"]*&amp;ab=[^\"&]+)\"");
  private static final Pattern CONFIRM =
      Pattern.compile("action=\"(/betrieb/vorschlaege/[^\"]+/bestaetigen)\"");

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired List<Command> commands;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Items items;
  @Autowired Pauses pauses;

  private Colleagues colleagues;
  private Browser olga;

  @BeforeEach
  void olgaIsThere() {
    colleagues = new Colleagues(port, settings.baseUrl(), mailbox, commands);
    olga = colleagues.hire("Olga", "operator").browser();
  }

  @AfterEach
  void clear() {
    jdbc.sql("DELETE FROM delivery_item").update();
    jdbc.sql("DELETE FROM delivery_pause").update();
    jdbc.sql("DELETE FROM operations_proposal").update();
    pauses.end(SCHOOL);
  }

  @Test
  void whatIsStuckIsSeenAndPutBack() {
    var id = aside(SCHOOL, "unreadable: no-such-key");
    assertThat(olga.get("/betrieb").body()).contains("Schulamt: Eine Übermittlung liegt beiseite");
    assertThat(olga.get(LIST).body()).contains("no-such-key", "fehlt seinem System der passende");
    var page = LIST + "/" + id;
    assertThat(olga.get(page).body()).contains("Liegt beiseite", "Schulamt", id.toString());

    var answer = olga.submit(page, page + AGAIN, Map.of());
    assertThat(olga.get(answer.location()).body()).contains("Sie wird erneut angeboten", "Wartet");
    assertThat(items.find(new DeliveryId(id)).orElseThrow().state()).isEqualTo(Item.State.OPEN);
    assertThat(audited(id)).containsExactly("put-back unreadable: no-such-key");

    var twice = olga.post(page + AGAIN, olga.token("/konto/name"), Map.of());
    assertThat(olga.get(twice.location()).body()).contains("Sie liegt nicht mehr beiseite");
    assertThat(audited(id)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unreadable: push                  | antwortete, dass es sie nicht öffnen kann
          unreadable: no-activations-here   | nimmt keine Codes von Briefen an
          push-given-up: status 503         | mit dem Fehler 503
          push-given-up: no connection      | nicht erreichbar
          push-given-up: no answer in time  | antwortete zu langsam
          push-given-up: not accepted       | aber nicht bestätigt
          push-given-up: something else     | Es ging nicht: something else
          unreadable: a.b_c-D               | Code «a.b_c-D»
          """)
  void whySomethingLiesAsideIsSaidInPlainWords(String reason, String words) {
    var id = aside(SCHOOL, reason);
    assertThat(olga.get(LIST + "/" + id).body()).contains(words);
    assertThat(olga.get(LIST + "/" + id + "?sprache=en").status()).isEqualTo(200);
  }

  @Test
  void manyAreTurnedPageByPageTheOldestFirst() {
    var all = new HashSet<UUID>();
    for (var count = 0; count < 120; count++) {
      all.add(aside(count % 2 == 0 ? SCHOOL : SPORT, "unreadable: x"));
    }
    var seen = new HashSet<UUID>();
    var next = LIST;
    var pages = 0;
    while (!next.isEmpty() && pages < 10) {
      var body = olga.get(next).body();
      all.stream().filter(id -> body.contains(id.toString())).forEach(seen::add);
      var more = NEXT.matcher(body);
      next = more.find() ? more.group(1).replace("&amp;", "&") : "";
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).isEqualTo(all);
    for (var hostile :
        List.of(
            "x", "_", "2026-01-01T00:00:00Z_x", "%00", "-999999999-01-01T00:00:00Z_1-1-1-1-1")) {
      assertThat(olga.get(LIST + "?ab=" + hostile).status()).as(hostile).isEqualTo(200);
    }
    assertThat(olga.get(LIST + "?stand=%3Cb%3E&amt=" + SPORT).body()).doesNotContain("<b>");
    assertThat(olga.get(LIST + "?amt=..%2Fx").status()).isEqualTo(404);
    assertThat(olga.get(LIST + "/1-1-1-1-1x").status()).isEqualTo(404);
    assertThat(olga.get(LIST + "/suche?q=MK-0000").body()).contains("Nicht gefunden");
  }

  @Test
  void aServiceOwnerSeesOnlyTheirUnits() {
    var sina = colleagues.hire("Sina", "service-owner", SCHOOL.value()).browser();
    var theirs = aside(SCHOOL, "unreadable: x");
    var others = aside(SPORT, "unreadable: x");
    assertThat(sina.get("/betrieb").body()).contains("Schulamt").doesNotContain("Sportamt");
    assertThat(sina.get("/betrieb/aemter").body()).contains("Schulamt").doesNotContain("Sportamt");
    assertThat(sina.get(LIST).body())
        .contains(theirs.toString())
        .doesNotContain(others.toString(), "Sportamt");
    assertThat(sina.submit(LIST + "/" + theirs, LIST + "/" + theirs + AGAIN, Map.of()).status())
        .isEqualTo(302);

    var token = sina.token("/konto/name");
    for (var page :
        List.of(LIST + "/" + others, LIST + "?amt=sportamt", "/betrieb/aemter/sportamt")) {
      assertThat(sina.get(page).status()).as(page).isEqualTo(404);
    }
    for (var action :
        List.of(
            LIST + "/" + others + AGAIN,
            "/betrieb/aemter/sportamt/anhalten",
            "/betrieb/aemter/sportamt/fortsetzen",
            "/betrieb/aemter/sportamt/alles-erneut-anbieten")) {
      assertThat(sina.post(action, token, Map.of("length", "PT1H", "reason", "x")).status())
          .as(action)
          .isEqualTo(404);
    }
    assertThat(items.find(new DeliveryId(others)).orElseThrow().state())
        .isEqualTo(Item.State.SET_ASIDE);
  }

  @Test
  void whoLooksAfterAServiceSeesItWhereverItGoesAndNoUnit() {
    var selma = colleagues.hire("Selma", "service-owner", "service:" + PARTY).browser();
    var toThePolice = aside(new UnitId("stadtpolizei"), PARTY, "unreadable: x");
    var copy = aside(SPORT, PARTY, "unreadable: x");
    var others = aside(SPORT, "sportanlage-mieten", "unreadable: x");

    assertThat(selma.get("/betrieb").body())
        .contains("Veranstaltung", "2 Übermittlungen liegen beiseite", LIST + "?dienst=" + PARTY);
    assertThat(selma.get(LIST).body())
        .contains(toThePolice.toString(), copy.toString())
        .doesNotContain(others.toString());
    assertThat(selma.get(LIST + "?dienst=" + PARTY).body()).contains(copy.toString());
    assertThat(selma.get("/betrieb/dienste").body())
        .contains("/zahlen?dienst=" + PARTY, "Eine Dienstleistung")
        .doesNotContain("umzug-melden");
    assertThat(selma.get("/betrieb/aemter").body()).doesNotContain("Sportamt");
    assertThat(selma.get(LIST + "/" + copy).body()).doesNotContain("/betrieb/aemter/sportamt");
    assertThat(selma.submit(LIST + "/" + copy, LIST + "/" + copy + AGAIN, Map.of()).status())
        .isEqualTo(302);
    assertThat(items.find(new DeliveryId(copy)).orElseThrow().state()).isEqualTo(Item.State.OPEN);

    for (var page :
        List.of(
            LIST + "/" + others,
            LIST + "?dienst=umzug-melden",
            LIST + "?dienst=gibtsnicht",
            LIST + "?amt=sportamt",
            "/betrieb/aemter/sportamt")) {
      assertThat(selma.get(page).status()).as(page).isEqualTo(404);
    }
    var token = selma.token("/konto/name");
    assertThat(selma.post(LIST + "/" + others + AGAIN, token, Map.of()).status()).isEqualTo(404);
    assertThat(olga.get(LIST + "?dienst=" + PARTY).body())
        .contains(toThePolice.toString())
        .doesNotContain(others.toString());
    assertThat(olga.get("/betrieb/dienste").body()).contains("?dienst=" + PARTY, "umzug-melden");
  }

  @Test
  void anAuditorLooksOnly() {
    var rita = colleagues.hire("Rita", "auditor").browser();
    var id = aside(SCHOOL, "unreadable: x");
    assertThat(rita.get(LIST + "/" + id).body()).contains("Schulamt").doesNotContain(AGAIN);
    assertThat(rita.get("/betrieb/aemter/schulamt").body()).doesNotContain("anhalten");
    assertThat(rita.get(PAUSE).status()).isEqualTo(404);
    var token = rita.token("/konto/name");
    for (var action : List.of(LIST + "/" + id + AGAIN, PAUSE, REPLAY)) {
      assertThat(rita.post(action, token, Map.of("length", "PT1H", "reason", "x")).status())
          .isEqualTo(404);
    }
  }

  @Test
  void aUnitIsPausedForAWhileAndResumed() {
    for (var wrong :
        List.of(
            Map.of("length", "PT4H", "reason", " "),
            Map.of("length", "PT5H", "reason", "Wartung"),
            Map.of("reason", "Wartung"),
            Map.of("length", "PT4H", "reason", "x".repeat(301)),
            Map.of("length", "PT4H", "reason", "a\u202eb"))) {
      assertThat(olga.submit(PAUSE, wrong).status()).isEqualTo(422);
    }
    assertThat(pauses.isPaused(SCHOOL)).isFalse();

    var done = olga.submit(PAUSE, Map.of("length", "PT4H", "reason", "Das System wird gewartet."));
    assertThat(olga.get(done.location()).body()).contains("ist angehalten", "Fortsetzen");
    assertThat(pauses.isPaused(SCHOOL)).isTrue();
    assertThat(olga.get("/betrieb").body()).contains("Schulamt ist angehalten");

    var unit = "/betrieb/aemter/schulamt";
    var on = olga.submit(unit, unit + "/fortsetzen", Map.of());
    assertThat(olga.get(on.location()).body()).contains("Es geht weiter");
    assertThat(pauses.isPaused(SCHOOL)).isFalse();
  }

  @Test
  void forLongAndAllAtOnceTakesTwo() {
    var otto = colleagues.hire("Otto", "operator").browser();
    var first = aside(SCHOOL, "unreadable: x");
    var second = aside(SCHOOL, "unreadable: x");
    var other = aside(SPORT, "unreadable: x");
    var asked =
        olga.submit(PAUSE, Map.of("length", "PT336H", "reason", "Umzug des Rechenzentrums."));
    assertThat(olga.get(asked.location()).body()).contains("muss es jemand anderes bestätigen");
    assertThat(pauses.isPaused(SCHOOL)).isFalse();
    assertThat(olga.submit(REPLAY, Map.of("reason", "")).status()).isEqualTo(422);
    olga.get(olga.submit(REPLAY, Map.of("reason", "Der Schlüssel ist da.")).location());
    var again = olga.submit(REPLAY, Map.of("reason", "Nochmals."));
    assertThat(olga.get(again.location()).body()).contains("ist schon vorgeschlagen");

    assertThat(olga.get("/betrieb/vorschlaege").body())
        .contains("Das haben Sie selbst vorgeschlagen")
        .doesNotContain("/bestaetigen");
    var seen = otto.get("/betrieb/vorschlaege").body();
    assertThat(seen).contains("14 Tage", "Umzug des Rechenzentrums.", "Olga Betrieb");
    var own = CONFIRM.matcher(seen);
    assertThat(own.find()).isTrue();
    var refused = olga.post(own.group(1), olga.token("/konto/name"), Map.of());
    assertThat(olga.get(refused.location()).body()).contains("Das haben Sie selbst vorgeschlagen");

    CONFIRM
        .matcher(seen)
        .results()
        .forEach(action -> otto.post(action.group(1), otto.token("/konto/name"), Map.of()));
    assertThat(pauses.of(SCHOOL).orElseThrow().until())
        .isAfter(clock.instant().plus(Duration.ofDays(13)));
    assertThat(List.of(first, second, other))
        .extracting(id -> items.find(new DeliveryId(id)).orElseThrow().state())
        .containsExactly(Item.State.OPEN, Item.State.OPEN, Item.State.SET_ASIDE);
    assertThat(otto.get("/betrieb/vorschlaege").body()).contains("Bestätigt und ausgeführt");
  }

  private UUID aside(UnitId unit, String reason) {
    return aside(unit, "schulweg", reason);
  }

  private UUID aside(UnitId unit, String service, String reason) {
    var id = new DeliveryId(Ids.next());
    items.add(id, new RequestId(id.value()), service, unit, clock.instant());
    items.setAside(items.find(id).orElseThrow(), reason);
    return id.value();
  }

  private List<String> audited(UUID id) {
    return jdbc.sql("SELECT act || ' ' || reason FROM operations_audit WHERE reference = ?")
        .param(id.toString())
        .query(String.class)
        .list();
  }
}
