package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.directory.CityReader;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** New units are connected while the city runs, as the documents say. */
@Tag("onboarding")
class OnboardingTest {

  private static final Path DOCUMENT = Path.of("../docs/connect-a-unit.md");
  private static final Path LIBRARY = Path.of("../unit-client/README.md");
  private static final String OTHER_KEYS = "Changing keys";
  private static final String FIRST_REQUEST = "7. The first request";
  private static final String UNIT = "strassenmusik";
  private static final String SERVICE = "auftritt-melden";

  @Test
  void whoFollowsTheDocumentIsConnected() throws Exception {
    var work = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "onboarding-");
    var city = RunningCity.shared(); // nobody else there notices
    try (var office = new SftpOffice(work)) {
      follow(city, office, work);
      typeWhatTheLibraryShows(city, work.resolve("library"));
      assertThat(new PortalDatabase(city.data()).count("SELECT count(*) FROM request_part"))
          .isZero();
    }
  }

  private static void follow(RunningCity city, SftpOffice office, Path work) throws IOException {
    try (var followed =
        Followed.begin(DOCUMENT, work, environment(city, office, work), List.of(FIRST_REQUEST))) {
      followed.await(FIRST_REQUEST);
      assertThat(followed.said())
          .containsPattern("Fingerprint: ([0-9]{5} ){7}[0-9]{5}")
          .contains("confirmed by anna and beat", "GREEN: " + UNIT)
          .doesNotContain("RED");
      var first = send(city);
      awaitTaken(city, office, first);
      followed.goOn();
      followed.awaitEnd();
      assertThat(followed.said())
          .contains("\"" + first + "\";\"")
          .containsPattern("old +sealed: 0");
    }
  }

  /** Another unit, which hands in its keys, is confirmed, and changes them. */
  private static void typeWhatTheLibraryShows(RunningCity city, Path work)
      throws IOException, InterruptedException {
    var unit = "museum-rietberg"; // without a service: nobody misses its old keys
    var environment =
        Map.of(
            "PORTAL", city.portal().toString(),
            "UNIT", unit,
            "KEYS", work.resolve("keys").toString());
    try (var followed =
        Followed.begin(LIBRARY, Files.createDirectory(work), environment, List.of(OTHER_KEYS))) {
      followed.await(OTHER_KEYS);
      city.operate("unit-keys", "propose", unit, "anna");
      city.operate("unit-keys", "confirm", unit, "beat");
      followed.goOn();
      followed.awaitEnd();
      assertThat(followed.said())
          .containsPattern("Fingerprint: ([0-9]{5} ){7}[0-9]{5}")
          .containsPattern("old +sealed: 0");
    }
  }

  private static Map<String, String> environment(RunningCity city, SftpOffice office, Path work) {
    return Map.of(
        "PORTAL", city.portal().toString(),
        "CITY_DIR", city.files().toString(),
        "DATA_DIR", city.data().toString(),
        "WORK", work.resolve("connector").toString(),
        "SFTP_HOST", "localhost",
        "SFTP_PORT", Integer.toString(office.port()),
        "SFTP_USER", SftpOffice.USER,
        "SFTP_PASSWORD", office.password(),
        "SFTP_HOST_KEY", office.hostKey(),
        "SFTP_FOLDER", office.folder().toString());
  }

  /** A resident, as soon as the service can be found. */
  private static String send(RunningCity city) throws IOException {
    var form = form(city.files());
    try (var browser = new PlainBrowser(city.portal())) {
      Waiting.untilTrue(
          "the service to be offered", () -> browser.open("/dienste/" + SERVICE).status() == 200);
      var answers = SampleAnswers.of(form, ZonedDateTime.now(ZoneId.of("Europe/Zurich")), 5);
      var none = new FormFilling.Upload("", new byte[0], "", new byte[0]);
      new FormFilling(browser, form, answers, none).toCheckPage();
      browser.submit("form[action$=/senden]", List.of());
      var reference = References.in(browser.page().text());
      assertThat(reference).as(browser.page().text()).isPresent();
      return reference.get();
    }
  }

  private static Form form(Path copy) {
    return switch (CityReader.ofAllModules().read(copy)) {
      case CityReader.Result.Read(var city) ->
          city.get(ch.meinkonto.form.CityForms.class).byService().values().stream()
              .map(one -> one.form())
              .filter(one -> one.service().id().equals(SERVICE))
              .findFirst()
              .orElseThrow();
      case CityReader.Result.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  /** The unit has it, and the portal has it no more. */
  private static void awaitTaken(RunningCity city, SftpOffice office, String reference) {
    Waiting.until(
        "the request to arrive",
        () ->
            Optional.of(office.folder().resolve("eingang").resolve(reference))
                .filter(folder -> Files.exists(folder.resolve("manifest.json"))));
    Waiting.untilTrue(
        "the portal to hear that it was taken",
        () ->
            new PortalDatabase(city.data())
                    .count(
                        "SELECT count(*) FROM request_envelope WHERE state = 'accepted' AND reference = '"
                            + reference
                            + "'")
                == 1);
  }
}
