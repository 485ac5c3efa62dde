package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Part;
import ch.meinkonto.form.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody plans an event, with a plan that is too large for a push: it comes in fragments. */
class LargePlanTest extends Journey {

  private static final String SERVICE = "veranstaltung";
  private static final int WORDS = 4_000_000;

  @Test
  void getsFromTheBrowserToTheUnitsThatCheckTheEvent() throws IOException {
    var plan = plan();
    try (var window = chromium.window(1280, 900, true)) {
      new Entrance(city, window).openAccount();
      window.open(city.portal().resolve("/dienste/" + SERVICE));
      window.press("Jetzt starten");
      var form = CityForms.of(SERVICE);
      var answers = SampleAnswers.of(form, ZonedDateTime.now(ZoneId.of("Europe/Zurich")), 7);
      new WindowFilling(window, form, answers, Map.of("plan", plan)).toCheckPage();
      window.press("Antrag senden");
      window.page().waitForURL("**/bestaetigung");

      // the one in charge is pushed to, and fetches it; traffic has a copy by SFTP
      Waiting.untilTrue("the plan at the traffic unit", () -> isAtTrafficUnit(plan));
      window.open(city.portal().resolve("/mitteilungen"));
      window.page().locator("main a[href^='/mitteilungen/']").first().click();
      Waiting.untilTrue(
          "the police to take it",
          () -> {
            window.page().reload();
            return window.main().innerText().contains("hat Ihren Antrag übernommen");
          });
    }
  }

  private static Path plan() throws IOException {
    var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "plan-");
    var plan = Files.write(folder.resolve("plan.png"), TestFiles.png("Plan ".repeat(WORDS)));
    assertThat(Files.size(plan)).isGreaterThan(4L * Part.FRAGMENT);
    return plan;
  }

  private boolean isAtTrafficUnit(Path plan) throws IOException {
    try (var files = Files.walk(city.data().resolve("offices/dienstabteilung-verkehr"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (Files.size(file) == Files.size(plan)) {
          return Files.mismatch(file, plan) < 0;
        }
      }
    }
    return false;
  }
}
