package ch.meinkonto.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever is refused something is a line in the log that operators read, without names. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalLinesTest {

  private static final String NOBODY = ", who nobody, from [0-9a-f]{12}\n";
  private static final String SOMEBODY = ", who [0-9a-f]{12}, from [0-9a-f]{12}\n";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired TickingClock clock;

  private Resident maya;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
  }

  @Test
  void whoIsNotLoggedIn(CapturedOutput lines) {
    new Browser(port).get("/konto/export?x=geheim");

    refused(lines, "(login): GET /konto/export", NOBODY);
    assertThat(lines.getOut()).doesNotContain("geheim");
  }

  @Test
  void whoAsksForWhatIsAnothers(CapturedOutput lines) {
    var thread = "/mitteilungen/" + UUID.randomUUID();
    assertThat(maya.browser().get(thread).status()).isEqualTo(404);

    refused(lines, "(404): GET /mitteilungen/{id}", SOMEBODY);
    assertThat(lines.getOut()).doesNotContain(thread, maya.email());
  }

  @Test
  void whoHasNotTheKeyOfADraft(CapturedOutput lines) {
    new Browser(port).get("/antrag/" + UUID.randomUUID() + "/pruefen");

    refused(lines, "(404): GET /antrag/{id}/pruefen", NOBODY);
  }

  @Test
  void whoProvedThemselvesTooLongAgo(CapturedOutput lines) {
    clock.tick(Duration.ofMinutes(11));
    assertThat(maya.browser().get("/konto/passkeys").status()).isEqualTo(302);

    refused(lines, "(proof): GET /konto/passkeys", SOMEBODY);
  }

  @Test
  void whoSendsSomethingWithoutALoginThatAsksForOne(CapturedOutput lines) {
    var browser = new Browser(port);
    browser.submit("/dienste/umzug-melden", "/konto/name", Map.of("given", "Eva"));

    refused(lines, "(login): POST /konto/name", NOBODY);
  }

  @Test
  void aForgedForm(CapturedOutput lines) {
    assertThat(maya.browser().post("/konto/name", "AAAA", Map.of()).status()).isEqualTo(403);

    refused(lines, "(403): POST a page", SOMEBODY);
  }

  @Test
  void programsWithoutRight(CapturedOutput lines) {
    var withToken = Map.of("Authorization", "Bearer geheim");
    var browser = new Browser(port);
    browser.send("POST", "/contract/v1/leases", withToken, "{}");
    browser.send("GET", "/sso/userinfo", withToken, "");
    browser.send("POST", "/sso/token", Map.of(), "grant_type=authorization_code&code=geheim");

    refused(lines, "(401): POST the contract", NOBODY);
    refused(lines, "(401): GET /sso/userinfo", NOBODY);
    refused(lines, "(401): POST single sign-on", NOBODY);
    assertThat(lines.getOut()).doesNotContain("geheim");
  }

  @Test
  void aPageThatIsNoneIsNoRefusal(CapturedOutput lines) {
    maya.browser().get("/gibt-es-nicht");
    maya.browser().get("/konto");

    assertThat(lines.getOut()).doesNotContain("refused");
  }

  /** The line comes after the answer. */
  private static void refused(CapturedOutput lines, String what, String who) {
    var line = Pattern.quote("A request was refused " + what) + who;
    await().untilAsserted(() -> assertThat(lines.getOut()).containsPattern(line));
  }
}
