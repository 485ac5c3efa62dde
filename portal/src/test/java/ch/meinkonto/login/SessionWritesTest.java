package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which clicks write a session; PostgreSQL gives a row a new version each time. */
@PortalTest
class SessionWritesTest {

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Accounts accounts;
  @Autowired Sessions sessions;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private Resident maya;

  @BeforeEach
  void mayaIsLoggedIn() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    maya.browser().get("/konto");
  }

  @Test
  void readingPagesWritesNothing() {
    var version = version();

    for (int page = 0; page < 5; page++) {
      assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
      assertThat(maya.browser().get("/konto/kontakt").status()).isEqualTo(200);
    }

    assertThat(version()).isEqualTo(version);
  }

  @Test
  void beingSeenIsWrittenOnceAMinute() {
    var version = version();
    clock.tick(Duration.ofSeconds(61));

    maya.browser().get("/konto");
    var seen = version();
    maya.browser().get("/konto");

    assertThat(seen).isNotEqualTo(version);
    assertThat(version()).isEqualTo(seen);
  }

  @Test
  void lookingAroundBeginsNoSession() {
    var stranger = new Browser(port);
    var before = sessionCount();

    stranger.get("/anmelden");
    stranger.get("/registrieren");
    stranger.submit("/anmelden", Map.of("email", "x@example.org", "password", "falsch"));
    stranger.get("/konto");

    assertThat(stranger.cookie("mk-session")).isEmpty();
    assertThat(sessionCount()).isEqualTo(before);
  }

  @Test
  void sessionsThatAreOverAreErased() {
    clock.tick(Duration.ofMinutes(32));

    assertThat(sessions.eraseOld()).isPositive();

    assertThat(versions()).isZero();
  }

  @Test
  void theCookieIsNotForScriptsOrOtherSites() {
    var header = maya.in(new Browser(port)).logIn();
    assertThat(header.status()).isEqualTo(302);
    assertThat(header.cookies())
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("mk-session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/"));
  }

  private String version() {
    return jdbc.sql("SELECT xmin::text FROM spring_session WHERE principal_name = :account")
        .param("account", account())
        .query(String.class)
        .single();
  }

  private int versions() {
    return jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = :account")
        .param("account", account())
        .query(Integer.class)
        .single();
  }

  private int sessionCount() {
    return jdbc.sql("SELECT count(*) FROM spring_session").query(Integer.class).single();
  }

  private String account() {
    return accounts
        .byEmail(EmailAddress.parse(maya.email()).orElseThrow())
        .orElseThrow()
        .toString();
  }
}
