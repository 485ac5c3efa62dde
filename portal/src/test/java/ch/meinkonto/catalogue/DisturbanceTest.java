package ch.meinkonto.catalogue;

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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something does not work; whoever needs it reads so before they begin. */
@PortalTest
class DisturbanceTest {

  private static final String DESK = DisturbancePages.PATH;
  private static final String MOVING = "/dienste/umzug-melden";
  private static final String TEXT = "Die Leitung ist unterbrochen & wird geflickt.";
  private static final String SHOWN = "Die Leitung ist unterbrochen &amp; wird geflickt.";
  private static final Pattern END = Pattern.compile("action=\"([^\"]+/beenden)\"");

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired List<Command> commands;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Disturbances disturbances;

  private Colleagues colleagues;
  private Browser olga;
  private Browser anybody;

  @BeforeEach
  void olgaIsThere() {
    colleagues = new Colleagues(port, settings.baseUrl(), mailbox, commands);
    olga = colleagues.hire("Olga", "operator").browser();
    anybody = new Browser(port);
  }

  @AfterEach
  void allIsWellAgain() {
    disturbances.open().forEach(one -> disturbances.end(one.id()));
  }

  @Test
  void whoeverNeedsTheServiceReadsItThereAndInItsForm() {
    announce(olga, "service:umzug-melden", Map.of("english", "The line is down."));

    assertThat(anybody.get(MOVING).body()).contains("Störung", SHOWN);
    assertThat(anybody.get(MOVING + "?sprache=en").body()).contains("The line is down.");
    assertThat(new Browser(port).get("/dienste/wohnsitzbestaetigung").body()).doesNotContain(SHOWN);
    var mover = new Browser(port);
    var form = mover.get(mover.submit(MOVING, MOVING + "/antrag", Map.of()).location());
    var first = form.location().isEmpty() ? form : mover.get(form.location());
    assertThat(first.body()).contains(SHOWN);
    assertThat(olga.get("/betrieb").body()).contains("Störung angekündigt: Umzug melden");

    var end = END.matcher(olga.get(DESK).body());
    assertThat(end.find()).isTrue();
    var ended = olga.submit(DESK, end.group(1), Map.of());
    assertThat(olga.get(ended.location()).body()).contains("Die Störung ist vorbei");
    assertThat(new Browser(port).get(MOVING).body()).doesNotContain(SHOWN);
    assertThat(olga.post(end.group(1), olga.token("/konto/name"), Map.of()).status())
        .isEqualTo(404);
    assertThat(
            jdbc.sql("SELECT act FROM operations_audit WHERE reason = ? ORDER BY id")
                .param(TEXT)
                .query(String.class)
                .list())
        .endsWith("announced", "announcement-ended");
  }

  @Test
  void itConcernsAUnitOrEverything() {
    announce(olga, "unit:schulamt", Map.of());
    assertThat(anybody.get(MOVING).body()).doesNotContain(SHOWN);
    announce(olga, "all", Map.of());
    assertThat(anybody.get(MOVING).body()).contains(SHOWN);
  }

  @Test
  void whatIsToComeIsSeenWhenItBegins() {
    announce(
        olga,
        "service:umzug-melden",
        Map.of("from", at(Duration.ofHours(1)), "until", at(Duration.ofHours(2))));
    assertThat(anybody.get(MOVING).body()).doesNotContain(SHOWN);
    assertThat(olga.get(DESK).body()).contains("Kommt noch");
    clock.tick(Duration.ofMinutes(61));
    assertThat(anybody.get(MOVING).body()).contains(SHOWN);
    clock.tick(Duration.ofMinutes(61));
    assertThat(anybody.get(MOVING).body()).doesNotContain(SHOWN);
  }

  @Test
  void whatIsWrongIsSaid() {
    for (var wrong :
        List.of(
            Map.of("german", " "),
            Map.of("german", "x".repeat(501)),
            Map.of("english", "a\u202eb"),
            Map.of("scope", ""),
            Map.of("scope", "unit:../x"),
            Map.of("scope", "service:gibt-es-nicht"),
            Map.of("scope", "unit:"),
            Map.of("from", "gestern"),
            Map.of("until", "2027-02-31T00:00"),
            Map.of("until", at(Duration.ofHours(-1))),
            Map.of("until", at(Duration.ofDays(61))))) {
      var answer = olga.submit(DESK + "/neu", DESK, fields("all", wrong));
      assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
      assertThat(answer.body()).contains("aria-invalid=\"true\"");
    }
    assertThat(disturbances.open()).isEmpty();
  }

  @Test
  void aServiceOwnerSpeaksForTheirUnitsAndAnAuditorForNone() {
    var sina = colleagues.hire("Sina", "service-owner", "schulamt").browser();
    for (var others : List.of("all", "unit:sportamt", "service:umzug-melden")) {
      assertThat(sina.submit(DESK + "/neu", DESK, fields(others, Map.of())).status())
          .isEqualTo(422);
    }
    announce(sina, "unit:schulamt", Map.of());
    var hers = END.matcher(sina.get(DESK).body());
    assertThat(hers.find()).isTrue();
    announce(olga, "all", Map.of());
    var all = disturbances.open().stream().filter(one -> one.unit() == null).findFirst();
    var end = DESK + "/" + all.orElseThrow().id() + "/beenden";
    assertThat(sina.get(DESK).body()).doesNotContain(end);
    var token = sina.token("/konto/name");
    assertThat(sina.post(end, token, Map.of()).status()).isEqualTo(404);
    assertThat(sina.post(DESK + "/x/beenden", token, Map.of()).status()).isEqualTo(404);
    assertThat(sina.post(DESK + "/" + UUID.randomUUID() + "/beenden", token, Map.of()).status())
        .isEqualTo(404);

    var rita = colleagues.hire("Rita", "auditor").browser();
    assertThat(rita.get(DESK).body()).contains("Alle Dienstleistungen").doesNotContain("beenden");
    assertThat(rita.get(DESK + "/neu").status()).isEqualTo(404);
    assertThat(rita.post(DESK, rita.token("/konto/name"), fields("all", Map.of())).status())
        .isEqualTo(404);
  }

  @Test
  void whoLooksAfterAServiceSpeaksForItAlone() {
    var selma = colleagues.hire("Selma", "service-owner", "service:umzug-melden").browser();
    for (var others : List.of("all", "unit:personenmeldeamt", "service:wohnsitzbestaetigung")) {
      assertThat(selma.submit(DESK + "/neu", DESK, fields(others, Map.of())).status())
          .isEqualTo(422);
    }
    announce(selma, "service:umzug-melden", Map.of());
    var hers = END.matcher(selma.get(DESK).body());
    assertThat(hers.find()).isTrue();
    assertThat(selma.get("/betrieb/dienste").body()).contains("Störung");
    announce(olga, "unit:personenmeldeamt", Map.of());
    assertThat(END.matcher(selma.get(DESK).body()).results().count()).isEqualTo(1);
  }

  private void announce(Browser who, String scope, Map<String, String> more) {
    var answer = who.submit(DESK + "/neu", DESK, fields(scope, more));
    assertThat(answer.location()).isEqualTo(DESK);
  }

  private Map<String, String> fields(String scope, Map<String, String> more) {
    var fields = new HashMap<String, String>();
    fields.put("scope", scope);
    fields.put("german", TEXT);
    fields.put("from", at(Duration.ofMinutes(-1)));
    fields.put("until", at(Duration.ofHours(2)));
    fields.putAll(more);
    return fields;
  }

  private String at(Duration away) {
    Instant moment = clock.instant().plus(away);
    return moment.atZone(Formats.ZONE).toLocalDateTime().withNano(0).toString();
  }
}
