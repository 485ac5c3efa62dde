package ch.meinkonto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Guide;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What {@code docs/a-new-service.md} tells a newcomer to do. */
class CityCheckTest {

  private static final Path GUIDE = Path.of("../docs/a-new-service.md");

  private static final String IN_ORDER =
      "\\d+ services, 75 units, \\d+ rule examples: no findings\n";

  @TempDir Path city;

  @BeforeEach
  void copyOfTheExampleCity() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("../city/zuerich"), city);
  }

  @Test
  void theSmallestServiceOfTheGuideIsInOrderAndSoIsWhatOneMayAdd() throws IOException {
    var examples = fromTheGuide();
    addService(examples.getFirst());
    assertThat(check()).matches(IN_ORDER);
    for (var more : examples.subList(1, examples.size())) {
      if (more.startsWith("answers:")) {
        continue;
      }
      addService(examples.getFirst().replace("level: none", "level: login") + "\n" + more);
      assertThat(check()).as(more).matches(IN_ORDER);
    }
  }

  @Test
  void aMistakeIsNamedAsTheGuideShowsIt() throws IOException {
    addService(fromTheGuide().getFirst().replace("[freizeit]", "[freizeitt]"));
    var line = check().replace(city + "/", "city/zuerich/").strip();
    assertThat(line).isNotEmpty().doesNotContain("\n");
    assertThat(Guide.texts(Guide.examples(GUIDE, "yaml"), "text")).contains(line);
  }

  @Test
  void theExamplesOfTheGuideHoldAndOneThatDoesNotIsNamed() throws IOException {
    addService(fromTheGuide().getFirst());
    addExamples(fromTheGuide().getLast());
    assertThat(check()).matches(IN_ORDER);

    addService(
        fromTheGuide()
            .getFirst()
            .replace("label: { de: Ort, en: Place }", "label: Ort, required: false"));
    var line = check().replace(city + "/", "city/zuerich/").strip();
    assertThat(line).isNotEmpty().doesNotContain("\n");
    assertThat(Guide.texts(Guide.examples(GUIDE, "yaml"), "text"))
        .contains(line.replaceFirst("\\d{4}-\\d\\d-\\d\\d", "2026-11-24"));
  }

  @Test
  void examplesAreOfServicesWithAForm() throws IOException {
    addExamples(fromTheGuide().getLast());
    assertThat(check())
        .isEqualTo(
            city
                + "/examples/parkbank-wuenschen.yaml:1:"
                + " there is no service “parkbank-wuenschen” with a form\n");
  }

  @Test
  void copiesGoToUnitsThatTakeWhatPeopleSend() throws IOException {
    change("services/veranstaltung.yaml", "unit: entsorgung-recycling", "unit: abfall");
    assertThat(check()).contains("there is no unit “abfall”");
    change("services/veranstaltung.yaml", "unit: abfall", "unit: stadtpolizei");
    assertThat(check()).contains("the unit in charge gets everything and needs no copy");
    change("services/veranstaltung.yaml", "- unit: stadtpolizei", "- unit: schutz-und-rettung");
    assertThat(check()).contains("the unit “schutz-und-rettung” gets two copies");
  }

  @Test
  void theConnectorServesUnitsOfTheCityEachOnce() throws IOException {
    var file = city.resolve("connector.yaml");
    var lines = Files.readAllLines(file).size();
    Files.writeString(
        file,
        "  dienstabteilung-verkehr:\n    channel: folder\n    channel: sftp\n  strassenmusik:\n    channel: folder\n",
        StandardOpenOption.APPEND);
    assertThat(check().replace(city + "/", ""))
        .isEqualTo(
            """
            connector.yaml:%d: “dienstabteilung-verkehr” stands here twice
            connector.yaml:%d: “channel” stands here twice
            connector.yaml:%d: there is no unit “strassenmusik” in organisation.yaml
            """
                .formatted(lines + 1, lines + 3, lines + 4));
    Files.delete(file);
    assertThat(check()).matches(IN_ORDER);
  }

  private void change(String file, String from, String to) throws IOException {
    var path = city.resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  private void addService(String yaml) throws IOException {
    Files.writeString(city.resolve("services/parkbank-wuenschen.yaml"), yaml);
  }

  private void addExamples(String yaml) throws IOException {
    var folder = Files.createDirectories(city.resolve("examples"));
    Files.writeString(folder.resolve("parkbank-wuenschen.yaml"), yaml);
  }

  private String check() {
    var out = new ByteArrayOutputStream();
    CityCheck.check(city, new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }

  private static List<String> fromTheGuide() throws IOException {
    return Guide.texts(Guide.examples(GUIDE, "yaml"), "yaml");
  }
}
