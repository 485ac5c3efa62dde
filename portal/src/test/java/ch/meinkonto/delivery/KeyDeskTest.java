package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Registration;
import ch.meinkonto.directory.KeyOutcome;
import ch.meinkonto.directory.KeyRegistration;
import ch.meinkonto.directory.KeyRegistrations;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Colleagues;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.jwk.KeyUse;
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

/** The museum hands in its keys; Olga and Otto compare the fingerprint, Rita audits. */
@PortalTest
class KeyDeskTest {

  private static final UnitId MUSEUM = new UnitId("museum-rietberg");
  private static final String LIST = KeyDeskPages.PATH;
  private static final Pattern CONFIRM =
      Pattern.compile("action=\"(/betrieb/vorschlaege/[^\"]+/bestaetigen)\"");

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired List<Command> commands;
  @Autowired PortalSettings settings;
  @Autowired JdbcClient jdbc;
  @Autowired KeyRegistrations registrations;
  @Autowired ch.meinkonto.directory.UnitKeys known;

  private final UnitKeys keys = UnitKeys.generate(MUSEUM.value());
  private Colleagues colleagues;
  private Browser olga;
  private String page;

  @BeforeEach
  void theMuseumHandsInItsKeys() {
    colleagues = new Colleagues(port, settings.baseUrl(), mailbox, commands);
    olga = colleagues.hire("Olga", "operator").browser();
    var signing =
        keys.publicJwks().getKeys().stream()
            .filter(key -> KeyUse.SIGNATURE.equals(key.getKeyUse()))
            .findFirst()
            .orElseThrow();
    var handedIn =
        registrations.handIn(
            new Registration(
                MUSEUM.value(),
                keys.publicJwks(),
                "technik@museum.example",
                null,
                signing.getKeyID()));
    page = LIST + "/" + registration(handedIn).id();
  }

  @AfterEach
  void clear() {
    registrations.all().stream()
        .filter(one -> one.unit().equals(MUSEUM))
        .forEach(one -> {
          registrations.refuse(one.id(), "the test");
          registrations.revoke(one.id(), "the test");
        });
    jdbc.sql("DELETE FROM operations_proposal").update();
  }

  @Test
  void keysCountOnceTwoHaveComparedTheFingerprint() {
    assertThat(olga.get("/betrieb").body()).contains("Ein Amt hat Schlüssel gemeldet");
    assertThat(olga.get(LIST).body()).contains("Museum Rietberg", "technik@museum.example");
    assertThat(olga.get(page).body()).contains(one().fingerprint().value());
    assertThat(olga.submit(page, page + "/stimmt", Map.of()).status()).isEqualTo(422);

    var proposed = olga.submit(page, page + "/stimmt", Map.of("reason", "Am Telefon verglichen"));
    assertThat(olga.get(proposed.location()).body()).contains("Jetzt muss es jemand anderes");
    assertThat(known.sealingKey(MUSEUM)).isEmpty();
    var twice = olga.submit(page, page + "/stimmt", Map.of("reason", "Nochmals verglichen"));
    assertThat(olga.get(twice.location()).body()).contains("Genau das ist schon vorgeschlagen");

    var otto = colleagues.hire("Otto", "operator").browser();
    var waiting = otto.get("/betrieb/vorschlaege");
    assertThat(waiting.body()).contains(one().fingerprint().value());
    otto.submit("/betrieb/vorschlaege", confirmation(waiting.body()), Map.of());

    assertThat(known.sealingKey(MUSEUM)).isPresent();
    assertThat(olga.get(LIST).body()).contains("Kein Amt wartet", "Diese gelten");
  }

  @Test
  void whatIsNotTheUnitsIsRefusedAndWhatWasStolenIsBlocked() {
    var refused = olga.submit(page, page + "/sperren", Map.of("reason", "Eine Ziffer war falsch"));
    assertThat(olga.get(refused.location()).body()).contains("Diese Schlüssel gelten nicht");
    assertThat(one().state()).isEqualTo(KeyRegistration.State.REFUSED);
    assertThat(audited()).containsExactly("keys-refused");

    var late = olga.post(page + "/stimmt", olga.token("/konto/name"), Map.of("reason", "Doch"));
    assertThat(olga.get(late.location()).body()).contains("ist schon entschieden");
    assertThat(olga.get(page).body()).doesNotContain("<form class=\"form\"");
  }

  @Test
  void oneAloneBlocksKeysThatCount() {
    registrations.propose(one().id(), "Anna");
    registrations.confirm(one().id(), "Beat");
    assertThat(known.sealingKey(MUSEUM)).isPresent();

    olga.submit(page, page + "/sperren", Map.of("reason", "Laptop gestohlen"));

    assertThat(known.sealingKey(MUSEUM)).isEmpty();
    assertThat(audited()).containsExactly("keys-revoked");
  }

  @Test
  void whoAuditsReadsAndWhoLooksAfterAnotherUnitSeesNothing() {
    var rita = colleagues.hire("Rita", "auditor").browser();
    assertThat(rita.get(LIST).body()).contains("Museum Rietberg");
    var sina = colleagues.hire("Sina", "service-owner", "schulamt").browser();
    assertThat(sina.get(LIST).body()).doesNotContain("Museum Rietberg");
    assertThat(sina.get(page).status()).isEqualTo(404);
    assertThat(olga.get(LIST + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(olga.get(LIST + "/keine-nummer").status()).isEqualTo(404);
  }

  private static String confirmation(String body) {
    var action = CONFIRM.matcher(body);
    assertThat(action.find()).isTrue();
    return action.group(1);
  }

  private KeyRegistration one() {
    var id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    return registrations.all().stream()
        .filter(registration -> registration.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static KeyRegistration registration(KeyOutcome outcome) {
    assertThat(outcome).isInstanceOf(KeyOutcome.Done.class);
    return ((KeyOutcome.Done) outcome).registration();
  }

  private List<String> audited() {
    return jdbc.sql("SELECT act FROM operations_audit WHERE reference = ? ORDER BY id")
        .param(one().id().toString())
        .query(String.class)
        .list();
  }
}
