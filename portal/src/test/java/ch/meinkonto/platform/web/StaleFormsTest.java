package ch.meinkonto.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.PortalTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody sends a form whose token is worth nothing any more. */
@PortalTest
class StaleFormsTest {

  private static final String STEP = "/antrag/01a20d7c-928b-7be8-aa85-d76e081aa5e9/adresse";

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({
    STEP + "?zurueck, " + STEP,
    "/anmelden?weiter=%2Fkonto%2Fexport, /anmelden",
    "/registrieren/code, /registrieren/code/neu"
  })
  void thePageSaysWhyAndLeadsBackToTheVeryForm(String page, String action) {
    var answer = sentFrom("http://localhost:" + port + page, action);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .contains("<h1>Die Seite war zu lange offen</h1>", "href=\"" + page + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/konto",
        "https://evil.example",
        "//evil.example/konto",
        "about:blank",
        "kein Verweis"
      })
  void whoComesFromElsewhereIsLedToThePageThatTheFormWasSentTo(String elsewhere) {
    var answer = sentFrom(elsewhere, STEP);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .contains("href=\"" + STEP + "\"")
        .doesNotContain("evil.example", "href=\"/konto\"");
  }

  @Test
  void aPathThatWouldLeadElsewhereIsNoWayBack() {
    var answer = sentFrom("http://localhost:" + port + "//evil.example/konto", STEP);

    assertThat(answer.body()).doesNotContain("evil.example");
  }

  private Browser.Answer sentFrom(String page, String action) {
    return Browser.sending(port, "Referer", page).post(action, "längst vergangen", Map.of());
  }
}
