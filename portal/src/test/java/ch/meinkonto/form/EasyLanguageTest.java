package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.PortalTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who reads slowly needs social assistance. */
@PortalTest
class EasyLanguageTest {

  private static final String SERVICE = "/dienste/sozialhilfe";
  private static final String OFFER = "In Leichter Sprache lesen";
  private static final String BACK = "In Alltagssprache lesen";

  @LocalServerPort int port;
  private Browser browser;

  @BeforeEach
  void nobodyHasBeenHere() {
    browser = new Browser(port);
  }

  @Test
  void theServiceIsReadInEasyLanguageAndBack() {
    assertThat(browser.get(SERVICE).body())
        .contains(OFFER, "href=\"" + SERVICE + "?leicht=ja\"")
        .doesNotContain("de-simple");

    assertThat(browser.get(SERVICE + "?leicht=ja").body())
        .contains(
            "Sie haben zu wenig Geld zum Leben?",
            "tabindex=\"-1\" lang=\"de-simple\"",
            "<html lang=\"de\">",
            BACK);
    assertThat(browser.get(SERVICE).body()).contains("Sie haben zu wenig Geld zum Leben?");

    assertThat(browser.get(SERVICE + "?leicht=nein").body())
        .contains(OFFER)
        .doesNotContain("Sie haben zu wenig Geld zum Leben?");
    assertThat(browser.get(SERVICE).body()).contains(OFFER);
  }

  @Test
  void soIsItsFormAndWhatWasTypedStays() {
    browser.get(SERVICE + "?leicht=ja");
    var step = browser.begin("sozialhilfe") + "/person";
    assertThat(browser.get(step).body())
        .contains("Sind Sie verheiratet?", "Wo wohnen Sie?", "lang=\"de-simple\"", BACK);

    var answer =
        browser.submit(
            step,
            Map.of(
                "_asked", "vorname adresse",
                "vorname", "Mirela",
                "adresse.strasse", "Musterweg",
                "adresse.hausnummer", "1",
                "adresse.plz", "8400",
                "adresse.ort", "Winterthur",
                "adresse.land", "CH"));
    assertThat(browser.get(answer.location()).body())
        .contains("Sie wohnen nicht in der Stadt Zürich. Jede Gemeinde hilft");

    assertThat(browser.get(step + "?leicht=nein").body())
        .contains("Zivilstand", "value=\"Mirela\"", OFFER)
        .doesNotContain("Sind Sie verheiratet?");
  }

  @Test
  void whereThereIsNoneNothingIsOffered() {
    browser.get(SERVICE + "?leicht=ja");
    assertThat(browser.get("/dienste/umzug-melden").body())
        .doesNotContain(OFFER, BACK, "de-simple");
    assertThat(browser.get(SERVICE, "en").body())
        .contains("Is your money not enough to live on?")
        .doesNotContain("easy language", "everyday language");
  }

  @Test
  void whatNobodyChoseIsNotChosen() {
    browser.plant("mk-easy", "<script>");
    assertThat(browser.get(SERVICE).body()).contains(OFFER);
    assertThat(browser.get(SERVICE + "?leicht=%00&leicht=x").body()).contains(OFFER);
  }
}
