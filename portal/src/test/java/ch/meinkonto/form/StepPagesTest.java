package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.PortalTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a step’s page tells somebody whose browser runs no script. */
@PortalTest
class StepPagesTest {

  @LocalServerPort int port;
  private Browser browser;

  @BeforeEach
  void nobodyHasBeenHere() {
    browser = new Browser(port);
  }

  @Test
  void ofTwoAddressesTheSummarySaysWhichOneIsMeant() {
    var step = begin("umzug-melden") + "/adressen";
    var answer =
        browser.submit(
            step,
            Map.of(
                "_asked",
                "bisherige-adresse neue-adresse",
                "bisherige-adresse.ort",
                "Bern",
                "neue-adresse.ort",
                "Zürich"));

    assertThat(browser.get(answer.location()).body())
        .contains(
            "<a href=\"#bisherige-adresse.strasse\">Bisherige Adresse: Geben Sie die Strasse an.",
            "<a href=\"#neue-adresse.strasse\">Neue Adresse: Geben Sie die Strasse an.");
  }

  private String begin(String service) {
    var page = "/dienste/" + service;
    return browser
        .submit(page, page + "/antrag", Map.of())
        .location()
        .replaceFirst("(/antrag/[^/?]+).*", "$1");
  }
}
