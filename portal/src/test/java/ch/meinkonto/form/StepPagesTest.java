package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.PortalTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    var step = browser.begin("umzug-melden") + "/adressen";
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

  /** For somebody else one says who it is: but not before one was asked. */
  @Test
  void whatOnlyShowsUpInAnItemIsNotComplainedAboutYet() {
    var step = browser.begin("zivilstandsdokumente") + "/dokumente";
    var item = "dokumente.0.";
    var answer =
        browser.submit(
            step,
            Map.of(
                "_asked",
                "dokumente " + item + "art " + item + "person",
                item + "art",
                "geburt",
                item + "person",
                "kind"));

    assertThat(answer.location()).contains("?weiter#" + item + "vorname");
    assertThat(browser.get(answer.location()).body())
        .contains("name=\"" + item + "vorname\"")
        .doesNotContain("class=\"error-summary\"");
  }

  @Test
  void aRefusedFileIsNamedWithTheLimitOfItsQuestion() {
    var page = upload(file("ferien.png", new byte[10 * 1024 * 1024 + 1]));

    assertThat(page.body())
        .contains(
            "«ferien.png» ist zu gross. Erlaubt sind höchstens 10 MB.", "Fotos: «ferien.png»");
  }

  @Test
  void ofSeveralFilesTheGoodOnesAreTakenAndEveryOtherIsNamed() {
    var page =
        upload(
            file("brief.txt", "Guten Tag".getBytes(StandardCharsets.UTF_8)),
            file("laterne.png", png()),
            file("leer.png", new byte[0]));

    assertThat(page.body())
        .contains(
            "«brief.txt» können wir hier nicht annehmen: Es braucht ein Foto.",
            "«leer.png» ist leer.")
        .contains("Entfernen<span class=\"hidden-visually\"> laterne.png");
  }

  @Test
  void aFilesNameIsTextAndStaysOutOfTheAddress() {
    var step = browser.begin("schaden-melden") + "/foto";
    var name = "<img src=x onerror=alert(1)>.png";
    var answer =
        browser.postFiles(
            step, browser.token(step), Map.of("_asked", "foto"), List.of(file(name, new byte[0])));

    assertThat(answer.location()).contains("abgelehnt=").doesNotContain("img", "png");
    assertThat(browser.get(answer.location()).body())
        .contains("&lt;img src=x")
        .doesNotContain("<img src=x");
  }

  @Test
  void nobodyElsePutsWordsOnThePage() {
    var step = browser.begin("schaden-melden") + "/foto";

    for (var made : List.of("foto:max-size", "", "AAAA", "%3Cb%3E", "A".repeat(200))) {
      var page = browser.get(step + "?abgelehnt=" + made);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).doesNotContain("error-summary");
    }
  }

  private Browser.Answer upload(Browser.Upload... files) {
    var step = browser.begin("schaden-melden") + "/foto";
    var answer =
        browser.postFiles(step, browser.token(step), Map.of("_asked", "foto"), List.of(files));
    return browser.get(answer.location());
  }

  private static Browser.Upload file(String name, byte[] content) {
    return new Browser.Upload("foto", name, content);
  }

  /** The beginning of a picture of one pixel is enough. */
  private static byte[] png() {
    var png = new byte[33];
    var head = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001";
    System.arraycopy(head.getBytes(StandardCharsets.ISO_8859_1), 0, png, 0, head.length());
    return png;
  }
}
