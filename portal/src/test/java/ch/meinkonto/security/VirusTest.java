package ch.meinkonto.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.Document;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.ClamDaemon;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.testing.RunningPortal;
import ch.meinkonto.testing.TickingClock;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** No virus gets through the city: from residents to units, nor from units to residents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VirusTest {

  private ClamDaemon clamd;
  private RunningPortal portal;

  @BeforeAll
  void aPortalWithAScanner() {
    clamd = ClamDaemon.start();
    portal =
        CityOfTests.start(
            RunningPortal.freePort(), "--meinkonto.virus-scan.scanner=" + clamd.address());
  }

  @AfterAll
  void close() {
    portal.close();
    clamd.close();
  }

  @Test
  void aPictureWithAVirusDoesNotGetIntoADraft() {
    var browser = new Browser(port());
    var step =
        browser
                .submit("/dienste/schaden-melden", "/dienste/schaden-melden/antrag", Map.of())
                .location()
                .replaceFirst("/[^/]+$", "")
            + "/foto";
    var answer =
        browser.postFiles(
            step,
            browser.token(step),
            Map.of("_asked", "foto"),
            List.of(picture("foto", "laterne.png", false), picture("foto", "boese.png", true)));

    assertThat(browser.get(answer.location()).body())
        .contains(
            "In «boese.png» steckt ein Virus", "Entfernen<span class=\"hidden-visually\"> laterne")
        .doesNotContain("Entfernen<span class=\"hidden-visually\"> boese");
  }

  @Test
  void norIntoAnAnswerNorFromAnOfficeToAResident() {
    var keys = CityOfTests.office();
    var request = Residents.annaSends(portal, keys);
    try (var office = connect(keys)) {
      office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO);
      office.cases().ask(request.id(), "Bitte ein Foto.", true);
      assertThat(answer(request).body()).contains("In «boese.png» steckt ein Virus");

      var infected = Document.of("a.png", "image/png", png(true));
      assertThatThrownBy(() -> office.cases().message(request.id(), "Danke.", infected))
          .isInstanceOf(PortalRefused.class);
      office.cases().message(request.id(), "Danke.", Document.of("a.png", "image/png", png(false)));
    }
  }

  private Unit connect(UnitKeys keys) {
    return Unit.connect(
        UnitSettings.of(portal.address(), keys).withClock(portal.bean(TickingClock.class)));
  }

  private Browser.Answer answer(RequestEnvelope request) {
    var account = Objects.requireNonNull(request.account()).toString();
    var anna = Browser.sending(port(), HeaderLogin.HEADER, account);
    var inbox = anna.get("/mitteilungen").body();
    var thread = found("(/mitteilungen/[0-9a-f-]{36})\"", inbox);
    var question = found("name=\"frage\" value=\"([^\"]+)\"", anna.get(thread).body());
    return anna.postFiles(
        thread + "/antwort",
        anna.token(thread),
        Map.of("frage", question, "antwort", "Hier."),
        List.of(picture("dateien", "boese.png", true)));
  }

  private static String found(String pattern, String page) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private int port() {
    return portal.address().getPort();
  }

  private static Browser.Upload picture(String field, String name, boolean infected) {
    return new Browser.Upload(field, name, png(infected));
  }

  /** The beginning of a picture of one pixel is enough; what follows nobody shows. */
  private static byte[] png(boolean infected) {
    var head = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001";
    var more = infected ? new String(ClamDaemon.VIRUS, StandardCharsets.US_ASCII) : "nothing";
    return (head + "\0".repeat(9) + more).getBytes(StandardCharsets.ISO_8859_1);
  }
}
