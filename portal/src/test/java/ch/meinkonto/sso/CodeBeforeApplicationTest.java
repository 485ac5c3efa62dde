package ch.meinkonto.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.activation.Activated;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Into an application of a unit that knows its people by a code nobody gets without one. */
class CodeBeforeApplicationTest {

  private final RelyingParty energy = new RelyingParty("energiecockpit", "ewz");
  private final RelyingParty school = new RelyingParty("schulportal", "schulamt");

  private Resident maya;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", LongTime.portal().address().getPort());
    maya.register(new Mailbox());
  }

  @Test
  void sheTypesInTheCodeFirstAndComesBack() {
    var page = maya.browser().get(RelyingParty.address(energy.request("openid profile")));
    assertThat(page.status()).isEqualTo(303);
    assertThat(page.location())
        .startsWith("/konto/freischaltung/mein-ewz?weiter=%2Fsso%2Fauthorize%3Fclient_id%3D");
    assertThat(maya.browser().get(page.location()).body())
        .contains("Code aus dem Brief eingeben", "href=\"/dienste/mein-ewz\"");

    Activated.everywhere(LongTime.portal(), maya.email());

    var back = maya.browser().get(page.location());
    assertThat(back.location()).startsWith("/sso/authorize?client_id=energiecockpit");
    var consent = RelyingParty.follow(maya.browser(), back.location());
    assertThat(consent.body()).contains("Einverstanden");
    assertThat(energy.sent(RelyingParty.agree(maya.browser(), consent, "yes"))).containsKey("code");
  }

  @Test
  void aSilentRequestHearsThatSomethingIsToBeDone() {
    var silent = energy.request("openid");
    silent.put("prompt", "none");
    assertThat(energy.sent(maya.browser().get(RelyingParty.address(silent))))
        .containsEntry("error", "interaction_required");
  }

  @Test
  void otherApplicationsDoNotMind() {
    assertThat(
            RelyingParty.follow(
                    maya.browser(), RelyingParty.address(school.request("openid profile")))
                .body())
        .contains("Bei «Schulportal» anmelden");
  }
}
