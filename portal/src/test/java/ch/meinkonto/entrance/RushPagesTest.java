package ch.meinkonto.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Colleagues;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Olga plans a rush and watches it. */
@PortalTest
class RushPagesTest {

  private static final String DESK = RushPages.PATH;
  private static final String DOOR = "/dienste/umzug-melden/antrag";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired List<Command> commands;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;
  @Autowired RushRows rows;
  @Autowired Rushes rushes;
  @Autowired Pictures pictures;
  @Autowired JdbcClient jdbc;

  private Colleagues colleagues;
  private Browser olga;

  @BeforeEach
  void olgaIsThere() {
    colleagues = new Colleagues(port, settings.baseUrl(), mailbox, commands);
    olga = colleagues.hire("Olga", "operator").browser();
  }

  @AfterEach
  void allIsQuiet() {
    rows.open().forEach(rush -> rows.end(rush.id(), clock.instant()));
    rushes.changed();
  }

  @Test
  void whatOlgaPlansGuardsTheDoorAndStandsOnTheOverview() {
    var address = planned(Map.of("minutes", "240"));
    assertThat(new Browser(port).get(DOOR).status()).isEqualTo(429);
    assertThat(olga.get("/betrieb").body()).contains("Andrang: Umzug melden");
    assertThat(olga.get(DESK).body()).contains("Umzug melden", "Wartet auf den Beginn");
    assertThat(olga.get(address).body())
        .contains("60 bis 1’200 Personen pro Minute", "5’000", "etwa 5 bis 84 Minuten");
  }

  @Test
  void aRushOfTomorrowGuardsNothingToday() {
    planned(Map.of("opens", at(Duration.ofDays(1))));
    assertThat(new Browser(port).get(DOOR).status()).isEqualTo(302);
    assertThat(olga.get("/betrieb").body()).doesNotContain("Andrang: Umzug melden");
  }

  @Test
  void sheSeesItAsAPicture() {
    var address = planned(Map.of("minutes", "240"));
    var id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    for (var slot = 0; slot < 12; slot++) {
      var now = clock.instant().plus(Pictures.SLOT.multipliedBy(slot));
      pictures.add(id, now, 100L * slot, 10L * slot);
      var line = PaceTest.opening(1_000L * slot);
      pictures.measure(id, now, line, new Load(40 + slot, 3, 0.5));
    }
    assertThat(pictures.last(id, 100)).as("one row for ten seconds").hasSize(12);
    var page = olga.get(address).body();
    assertThat(page)
        .contains(
            "Wartende. Höchstens 11’000 zugleich.",
            "Höchstens 1’100 in 10 Sekunden.",
            "eingelassen",
            "class=\"chart-second\"",
            "data-enhance=\"live\"");
    assertThat(Curves.step(0)).isEqualTo(1);
    assertThat(Curves.step(4)).isEqualTo(1);
    assertThat(Curves.step(11_000)).isEqualTo(5_000);
  }

  @Test
  void shePausesResumesLetsEverybodyInAndEnds() {
    var address = planned(Map.of());
    for (var act : List.of("anhalten", "fortsetzen", "alle", "beenden")) {
      assertThat(olga.submit(address, address + "/" + act, Map.of()).location()).isEqualTo(address);
    }
    assertThat(olga.get(address).body()).contains("Niemand wartet mehr");
    var token = olga.token("/konto/name");
    var again = olga.post(address + "/beenden", token, Map.of());
    assertThat(olga.get(again.location()).body()).contains("Das war schon so", "Beendet");
    assertThat(
            jdbc.sql("SELECT act FROM operations_audit WHERE reference = ? ORDER BY id")
                .param(address.substring(address.lastIndexOf('/') + 1))
                .query(String.class)
                .list())
        .containsExactly(
            "rush-planned", "rush-paused", "rush-resumed", "rush-opened", "rush-ended");
    assertThat(olga.get("/betrieb/protokoll").body()).contains("Alle hereingelassen");
  }

  @Test
  void whatIsWrongIsSaid() {
    for (var wrong :
        List.of(
            Map.of("services", ""),
            Map.of("services", "gibt-es-nicht"),
            Map.of("services", "../x"),
            Map.of("opens", "gestern"),
            Map.of("opens", at(Duration.ofHours(-1))),
            Map.of("opens", at(Duration.ofDays(500))),
            Map.of("minutes", "241"),
            Map.of("floor", "0"),
            Map.of("floor", "99999999999"),
            Map.of("forecast", "viele"),
            Map.of("ceiling", "59"))) {
      var answer = olga.submit(DESK + "/neu", DESK, fields(wrong));
      assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
    }
    assertThat(rows.open()).isEmpty();
  }

  @Test
  void anAuditorSeesItAndAServiceOwnerDoesNot() {
    var address = planned(Map.of());
    var rita = colleagues.hire("Rita", "auditor").browser();
    assertThat(rita.get(address).body()).contains("Umzug melden").doesNotContain("/anhalten");
    assertThat(rita.post(address + "/anhalten", rita.token("/konto/name"), Map.of()).status())
        .isEqualTo(404);
    var sina = colleagues.hire("Sina", "service-owner", "schulamt").browser();
    for (var page : List.of(DESK, address, DESK + "/neu")) {
      assertThat(sina.get(page).status()).as(page).isEqualTo(404);
    }
    assertThat(sina.post(address + "/alle", sina.token("/konto/name"), Map.of()).status())
        .isEqualTo(404);
    assertThat(olga.get(DESK + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(olga.get(DESK + "/x").status()).isEqualTo(404);
  }

  private String planned(Map<String, String> more) {
    var answer = olga.submit(DESK + "/neu", DESK, fields(more));
    assertThat(answer.location()).as(answer.body()).startsWith(DESK + "/");
    return answer.location();
  }

  private Map<String, String> fields(Map<String, String> more) {
    var fields = new HashMap<String, String>();
    fields.put("services", "umzug-melden");
    fields.put("opens", at(Duration.ofHours(2)));
    fields.put("minutes", "60");
    fields.put("login", "true");
    fields.put("forecast", "5000");
    fields.put("floor", "60");
    fields.put("ceiling", "1200");
    fields.putAll(more);
    return fields;
  }

  private String at(Duration away) {
    return LocalDateTime.ofInstant(clock.instant().plus(away), Formats.ZONE)
        .withNano(0)
        .withSecond(0)
        .toString();
  }
}
