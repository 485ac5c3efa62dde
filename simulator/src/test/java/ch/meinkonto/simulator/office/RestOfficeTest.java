package ch.meinkonto.simulator.office;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The civil engineering office's system, as the city's template writes for it. */
class RestOfficeTest {

  private static final Path CITY = Path.of("../city/zuerich");
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path folder;

  private RestOffice officeAt(Instant now) {
    return new RestOffice(
        folder,
        new Room(
            "tiefbauamt",
            new CaseFolder(folder.resolve("cases")),
            Scripts.read(CITY),
            Clock.fixed(now, ZoneOffset.UTC),
            Duration.ofSeconds(1)));
  }

  private static JsonNode example(String name) throws IOException {
    return Json.mapper()
        .readTree(Files.readString(CITY.resolve("mapping/tiefbauamt").resolve(name)));
  }

  @Test
  void takesADamageOnceWithItsPhotosAndGivesEventsInTheirOrder() throws IOException {
    var damage = example("schaden-melden.beispiel-1.out.json");
    for (var file : damage.path("dateien")) {
      officeAt(NOW).file(file.asString(), "Lampe.jpg");
    }
    assertThat(officeAt(NOW).take(damage)).isEmpty();
    assertThat(officeAt(NOW).take(damage)).isEmpty();
    var office = officeAt(NOW.plusSeconds(5));
    office.work();

    assertThat(office.cases())
        .singleElement()
        .satisfies(one -> assertThat(one.files()).containsExactly("Lampe.jpg", "Lampe.jpg"));
    var again = officeAt(NOW.plusSeconds(10));
    again.work();
    assertThat(again.says().after(0, 10))
        .extracting(event -> event.path("nr").asInt())
        .containsExactly(1, 2);
    assertThat(again.says().after(1, 10))
        .singleElement()
        .satisfies(event -> assertThat(event.path("status").asString()).isEqualTo("erledigt"));
    assertThat(again.says().after(7, 10)).isEmpty();
  }

  @Test
  void takesAPartOfWhatAnotherUnitDecidesAndDoesNothingAboutIt() throws IOException {
    var copy =
        Json.mapper()
            .readTree(
                """
                { "envelope": { "requestId": "r-1", "submissionId": "s-2", "kind": "copy", "reference": "MK-2026-7F3K-92Q8",
                    "service": "veranstaltung", "language": "de", "receivedAt": "2026-11-24T07:59:00Z" },
                  "answers": { "bauten": ["buehne"] },
                  "attachments": [{ "fileName": "plan.pdf", "id": "s-2-1" }] }
                """);
    var office = officeAt(NOW);
    office.file("s-2-1", "plan.pdf");
    office.copy(copy);
    office.copy(copy);
    officeAt(NOW.plusSeconds(60)).work();

    assertThat(officeAt(NOW).says().after(0, 10)).isEmpty();
    assertThat(office.cases())
        .singleElement()
        .satisfies(one -> assertThat(one.files()).containsExactly("plan.pdf"));
    var back = Json.mapper().readTree("{ \"answers\": { \"text\": \"Es regnet.\" } }");
    office.withdraw("r-1", "s-3", back);
    assertThat(office.cases().getFirst().log()).containsExactly("✗ Es regnet.");
  }

  @Test
  void deliversFormallyAndHearsHowItWent() throws IOException {
    var damage = example("schaden-melden.beispiel-1.out.json");
    for (var file : damage.path("dateien")) {
      officeAt(NOW).file(file.asString(), "Lampe.jpg");
    }
    var office = officeAt(NOW);
    office.take(damage);
    var one = office.cases().getFirst();
    var letter = Document.of("Verfügung.pdf", "application/pdf", new byte[] {1});
    office
        .says()
        .deliver(one, Formal.of(Formal.Kind.DECISION).within(7), "Bitte lesen.", List.of(letter));

    assertThat(office.says().after(0, 10))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.path("art").asString()).isEqualTo("zustellung");
          assertThat(event.path("was").asString()).isEqualTo("verfuegung");
          assertThat(event.path("tage").asInt()).isEqualTo(7);
          assertThat(event.path("dokumente")).hasSize(1);
        });
    var opened = Json.mapper().readTree("{ \"answers\": { \"outcome\": \"opened\" } }");
    office.notice(one.requestId(), "s-4", opened);
    office.notice(one.requestId(), "s-4", opened);
    assertThat(office.cases().getFirst().log()).containsExactly("§ opened");
  }

  @Test
  void letsInOnlyWhoKnowsTheToken() throws IOException {
    var office = officeAt(NOW);
    assertThat(office.isLetIn("Bearer " + Files.readString(folder.resolve("token")))).isTrue();
    assertThat(office.isLetIn("Bearer x")).isFalse();
  }
}
