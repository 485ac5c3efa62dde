package ch.meinkonto.simulator.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve offices share a folder; each order is for one of them. */
class FolderOfficeTest {

  private static final Path CITY = Path.of("../city/zuerich");
  private static final String REFERENCE = "MK-2026-7F3K-92Q8";
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path folder;

  @Test
  void theOfficeInChargeDealsWithTheOrderAndSaysSo() throws IOException {
    arrives("\"office\": \"betreibungsamt-4\",");

    officeAt(NOW).work();
    var office = officeAt(NOW.plusSeconds(5));
    office.work();

    assertThat(office.cases().getFirst().office()).isEqualTo("betreibungsamt-4");
    assertThat(said()).contains("Das Betreibungsamt Zürich 4 stellt Ihren Auszug aus.");
  }

  @Test
  void whatIsForNoOfficeInParticularIsForTheUnit() throws IOException {
    arrives("");

    var unit = officeAt(NOW);
    unit.work();

    assertThat(unit.cases().getFirst().office()).isNull();
  }

  private void arrives(String office) throws IOException {
    var request = Files.createDirectories(folder.resolve("eingang").resolve(REFERENCE));
    Files.writeString(
        request.resolve("antrag.json"),
        """
        {
          "envelope": {
            "requestId": "0199f1a0-5f2e-7c41-9a37-2d1f6b0c8e11", "reference": "%s",
            "service": "betreibungsauszug", "language": "de", "receivedAt": "%s"
          },
          %s
          "answers": {}, "attachments": []
        }
        """
            .formatted(REFERENCE, NOW, office));
    Files.writeString(request.resolve("manifest.json"), "{}");
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("ausgang").resolve(REFERENCE + "-00.json"));
  }

  private FolderOffice officeAt(Instant now) {
    return new FolderOffice(
        folder,
        new Room(
            "stadtammann-und-betreibungsaemter",
            new CaseFolder(folder.resolve("cases")),
            Scripts.read(CITY),
            Clock.fixed(now, ZoneOffset.UTC),
            Duration.ofSeconds(1)));
  }
}
