package ch.meinkonto.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.PortalTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** TLS ends at the proxy before the portal, and this one forgets to say so. */
@PortalTest
@TestPropertySource(properties = "meinkonto.base-url=https://konto.stadt.example")
class BehindTlsTest {

  @LocalServerPort int port;

  @Test
  void everyCookieStaysOnTls() {
    var browser = new Browser(port);

    assertThat(List.of(browser.get("/anmelden"), browser.get("/dienste/fundsache/antrag")))
        .flatExtracting(Browser.Answer::cookies)
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
  }

  @Test
  void browsersAreToldToComeBackOverTlsOnly() {
    assertThat(new Browser(port).get("/").headers()).containsKey("strict-transport-security");
  }
}
