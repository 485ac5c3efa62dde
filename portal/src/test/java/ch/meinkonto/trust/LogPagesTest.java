package ch.meinkonto.trust;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A parent reads the data log. */
@PortalTest
class LogPagesTest {

  @LocalServerPort int port;
  @Autowired TrustLog log;
  @Autowired Sequencer sequencer;
  @Autowired Accounts accounts;
  @Autowired Mailbox mailbox;

  private Resident parent;
  private UUID account;

  @BeforeEach
  void theParentIsLoggedInAndHasSentSomething() {
    parent = Resident.named("Anna", "Keller", port);
    parent.register(mailbox);
    account =
        accounts.byEmail(EmailAddress.parse(parent.email()).orElseThrow()).orElseThrow().value();
    log.record(new TrustEntry(account, "request-sent", "you", "MK-2026-7F3K-92QD", "your-wish"));
    log.record(new TrustEntry(account, "message-received", "<b>amt</b>", "MK-1", "your-request"));
    sequencer.run();
  }

  @Test
  void saysWhoDidWhatOnWhichGround() {
    assertThat(parent.browser().get("/datenprotokoll", "de").body())
        .contains("Sie haben den Antrag MK-2026-7F3K-92QD gesendet.", "selbst veranlasst")
        .contains("&lt;b&gt;amt&lt;/b&gt;")
        .doesNotContain("<b>amt</b>");
    assertThat(parent.browser().get("/datenprotokoll", "en").body())
        .contains("You sent the request MK-2026-7F3K-92QD.");
  }

  @Test
  void canBeNarrowedDown() {
    assertThat(parent.browser().get("/datenprotokoll?thema=antraege", "de").body())
        .contains("MK-2026-7F3K-92QD");
    assertThat(parent.browser().get("/datenprotokoll?thema=anmeldung", "de").body())
        .doesNotContain("MK-2026-7F3K-92QD");
  }

  @Test
  void theProofIsOnlyForThePersonItIsAbout() {
    var entry = log.all(account).getLast();
    var path = "/datenprotokoll/" + entry.id() + "/nachweis.json";
    var own = parent.browser().get(path);
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.body()).contains("\"checkpoint\"", "\"path\"", "\"salt\"");
    assertThat(parent.browser().get("/datenprotokoll/alles.json").body())
        .contains("MK-2026-7F3K-92QD");
    var stranger = Resident.named("Beat", "Frei", port);
    stranger.register(mailbox);
    assertThat(stranger.browser().get(path).status()).isEqualTo(404);
    assertThat(new Browser(port).get(path).status()).isNotEqualTo(200);
  }

  @Test
  void everybodyMayKeepTheCheckpoint() {
    var checkpoint = new Browser(port).get("/datenprotokoll/pruefpunkt");
    assertThat(checkpoint.status()).isEqualTo(200);
    assertThat(checkpoint.body()).startsWith("ey");
  }
}
