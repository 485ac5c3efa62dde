package ch.meinkonto.simulator.office;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An office that reads CSV, and says what it took. */
class SftpOfficeTest {

  private static final Path CITY = Path.of("../city/zuerich");
  private static final Path EXAMPLES = CITY.resolve("mapping/dienstabteilung-verkehr");
  private static final String REFERENCE = "MK-2026-7F3K-92Q8";
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path folder;

  private void arrives(String name, String example, String file) throws IOException {
    var submission = Files.createDirectories(folder.resolve("eingang").resolve(name));
    Files.copy(EXAMPLES.resolve(example), submission.resolve(file));
    Files.writeString(submission.resolve("manifest.json"), "{}");
  }

  private JsonNode acknowledgement(String name) throws IOException {
    return Json.mapper().readTree(Files.readString(folder.resolve("quittung").resolve(name)));
  }

  private SftpOffice officeAt(Instant now) {
    return new SftpOffice(
        folder,
        new Room(
            "dienstabteilung-verkehr",
            new CaseFolder(folder.resolve("cases")),
            Scripts.read(CITY),
            Clock.fixed(now, ZoneOffset.UTC),
            Duration.ofSeconds(1)));
  }

  @Test
  void readsTheOrderAcknowledgesItAndAnswers() throws IOException {
    arrives(REFERENCE, "anwohnerparkkarte.beispiel-1.csv", "antrag.csv");
    officeAt(NOW).work();
    var office = officeAt(NOW.plusSeconds(5));
    office.work();

    assertThat(acknowledgement(REFERENCE + ".json").path("state").asString()).isEqualTo("taken");
    assertThat(office.cases())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.reference()).isEqualTo(REFERENCE);
          assertThat(one.service()).isEqualTo("anwohnerparkkarte");
          assertThat(one.answers().path("nachname").asString()).isEqualTo("Muster \"von Burg\"");
          assertThat(one.answers().path("monate").asString()).isEqualTo("12");
        });
    assertThat(folder.resolve("ausgang").resolve(REFERENCE + "-00.json")).exists();
  }

  @Test
  void acknowledgesAnAnswerOnce() throws IOException {
    arrives(REFERENCE, "anwohnerparkkarte.beispiel-1.csv", "antrag.csv");
    arrives(REFERENCE + "/antwort-1", "anwohnerparkkarte.antwort.beispiel-1.csv", "antwort.csv");
    officeAt(NOW).work();
    var quittung = folder.resolve("quittung").resolve(REFERENCE + ".antwort-1.json");
    assertThat(quittung).exists();

    var filed = Files.createDirectories(folder.resolve("quittung/erledigt"));
    Files.move(quittung, filed.resolve(quittung.getFileName()));
    var office = officeAt(NOW);
    office.work();
    assertThat(quittung).doesNotExist();
    assertThat(office.cases().getFirst().log()).hasSize(1);
  }

  @Test
  void acknowledgesAnAnswerThoughTheOrderWasTakenBackMeanwhile() throws IOException {
    arrives(REFERENCE, "anwohnerparkkarte.beispiel-1.csv", "antrag.csv");
    arrives(REFERENCE + "/antwort-1", "anwohnerparkkarte.antwort.beispiel-1.csv", "antwort.csv");
    var withdrawal =
        Files.createDirectories(folder.resolve("eingang").resolve(REFERENCE).resolve("rueckzug"));
    Files.writeString(
        withdrawal.resolve("rueckzug.json"), "{\"answers\": {\"text\": \"Doch nicht\"}}");
    Files.writeString(withdrawal.resolve("manifest.json"), "{}");

    var office = officeAt(NOW);
    office.work();

    assertThat(acknowledgement(REFERENCE + ".antwort-1.json").path("state").asString())
        .isEqualTo("taken");
    assertThat(acknowledgement(REFERENCE + ".rueckzug.json").path("state").asString())
        .isEqualTo("taken");
    assertThat(office.cases().getFirst().log()).hasSize(2).last().isEqualTo("✗ Doch nicht");
  }
}
