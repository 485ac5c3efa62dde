package ch.meinkonto.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Colleagues;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Olga runs the portal, Rita audits it; nobody else knows that there is a desk. */
@PortalTest
class DeskTest {

  private static final String DESK = DeskDoor.PATH;
  private static final String CONFIRM = "/anmelden/bestaetigen?weiter=%2Fbetrieb";
  private static final String DECLINE = ProposalPages.PATH + "/" + UUID.randomUUID() + "/ablehnen";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired List<Command> commands;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;
  @Autowired Accounts accounts;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;

  private Colleagues colleagues;

  @BeforeEach
  void aPortalToRun() {
    colleagues = new Colleagues(port, settings.baseUrl(), mailbox, commands);
  }

  @Test
  void forEverybodyElseThereIsNoDesk() {
    assertThat(new Browser(port).get(DESK).location()).startsWith("/anmelden");
    var maya = colleagues.resident("Maya").browser();
    for (var page : List.of(DESK, ProposalPages.PATH, DESK + "/gibtsnicht", DESK + "/")) {
      assertThat(maya.get(page).status()).as(page).isEqualTo(404);
    }
    assertThat(maya.submit("/konto/name", DECLINE, Map.of()).status()).isEqualTo(404);
    assertThat(maya.get("/konto").body()).doesNotContain(DESK);
  }

  @Test
  void staffSeeWhatNeedsThemAfterTwoFactors() {
    var olga = colleagues.hire("Olga", "operator");
    assertThat(olga.browser().get(DESK).body()).contains("Übersicht", "Vier Augen", "Olga Betrieb");
    assertThat(olga.browser().get("/konto").body()).contains("href=\"" + DESK + "\"");

    var byPassword = olga.in(new Browser(port));
    byPassword.logIn();
    assertThat(byPassword.browser().get(DESK).location()).isEqualTo(CONFIRM);
  }

  @Test
  void whoeverChangesSomethingHasProvedThemselvesLately() {
    var olga = colleagues.hire("Olga", "operator").browser();
    var token = olga.token("/konto/name");
    assertThat(olga.post(DECLINE, token, Map.of()).status()).isEqualTo(404);
    clock.tick(Duration.ofMinutes(11));
    assertThat(olga.get(DESK).status()).isEqualTo(200);
    assertThat(olga.post(DECLINE, token, Map.of()).location()).isEqualTo(CONFIRM);
  }

  @Test
  void anAuditorSeesEverythingAndChangesNothing() {
    var rita = colleagues.hire("Rita", "auditor").browser();
    assertThat(rita.get(DESK).body()).contains("Revision");
    assertThat(rita.submit("/konto/name", DECLINE, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void theTerminalSaysWhoWorksHere() {
    var olga = colleagues.hire("Olga", "operator");
    assertThat(colleagues.staff()).isZero();
    assertThat(colleagues.staff("add", olga.email(), "auditor")).isZero();
    assertThat(staff.find(id(olga)).orElseThrow().role()).isEqualTo(Role.AUDITOR);
    assertThat(colleagues.staff("remove", olga.email())).isZero();
    assertThat(olga.browser().get(DESK).status()).isEqualTo(404);
    assertThat(written(id(olga))).containsExactly("staff-added", "staff-added", "staff-removed");

    assertThat(colleagues.staff("add", olga.email(), "king")).isEqualTo(64);
    assertThat(colleagues.staff("add", olga.email(), "operator", "schulamt")).isEqualTo(64);
    assertThat(colleagues.staff("add", olga.email(), "service-owner")).isEqualTo(64);
    assertThat(colleagues.staff("add", olga.email(), "service-owner", "kein-amt")).isEqualTo(1);
    assertThat(colleagues.staff("add", olga.email(), "service-owner", "../etc")).isEqualTo(1);
    assertThat(colleagues.staff("add", olga.email(), "service-owner", "service:kein-dienst"))
        .isEqualTo(1);
    assertThat(colleagues.staff("add", "niemand@example.org", "operator")).isEqualTo(1);
    assertThat(colleagues.staff("drop")).isEqualTo(64);
    var plain = Resident.named("Petra", "Ohne", port);
    plain.register(mailbox);
    assertThat(colleagues.staff("add", plain.email(), "operator")).isEqualTo(1);
    assertThat(staff.find(id(olga))).isEmpty();
  }

  @Test
  void aServiceOwnerHasUnitsOrServicesOrBoth() {
    var sina = colleagues.hire("Sina", "service-owner", "schulamt", "service:umzug-melden");
    var member = staff.find(id(sina)).orElseThrow();
    assertThat(member.units()).containsExactly(new UnitId("schulamt"));
    assertThat(member.services()).containsExactly("umzug-melden");
    assertThat(member.sees(new UnitId("personenmeldeamt"), "umzug-melden")).isTrue();
    assertThat(member.sees(new UnitId("personenmeldeamt"), "wohnsitzbestaetigung")).isFalse();
    assertThat(member.sees(new UnitId("personenmeldeamt"), null)).isFalse();
    assertThat(member.sees(new UnitId("schulamt"), null)).isTrue();
    assertThat(
            jdbc.sql("SELECT reason FROM operations_audit WHERE reference = ?")
                .param(id(sina).toString())
                .query(String.class)
                .list())
        .containsExactly("service-owner schulamt service:umzug-melden");
  }

  @Test
  void whoClosesTheirAccountWorksHereNoMore() {
    var olga = id(colleagues.hire("Olga", "operator"));
    accounts.close(olga);
    assertThat(staff.find(olga)).isEmpty();
  }

  @Test
  void whatIsInTheAuditStaysThere() {
    var olga = id(colleagues.hire("Olga", "operator"));
    for (var sql :
        List.of(
            "DELETE FROM operations_audit WHERE reference = ?",
            "UPDATE operations_audit SET reason = '' WHERE reference = ?")) {
      assertThatThrownBy(() -> jdbc.sql(sql).param(olga.toString()).update())
          .hasStackTraceContaining("permission denied for table operations_audit");
    }
  }

  private List<String> written(AccountId about) {
    return jdbc.sql("SELECT act FROM operations_audit WHERE reference = ? ORDER BY id")
        .param(about.toString())
        .query(String.class)
        .list();
  }

  private AccountId id(Resident resident) {
    return accounts.byEmail(EmailAddress.parse(resident.email()).orElseThrow()).orElseThrow();
  }
}
