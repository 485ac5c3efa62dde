package ch.meinkonto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What {@code docs/a-new-service.md} tells a newcomer to do. */
class CityCheckTest {

  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path city;

  @BeforeEach
  void copyOfTheExampleCity() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("../city/zuerich"), city);
  }

  @Test
  void theSmallestServiceOfTheGuideIsInOrder() throws IOException {
    addService(fromTheGuide());
    assertThat(check()).matches("\\d+ services, 75 units: no findings\n");
  }

  @Test
  void aMistakeIsNamedAsTheGuideShowsIt() throws IOException {
    addService(fromTheGuide().replace("[freizeit]", "[freizeitt]"));
    var line = check().replace(city + "/", "city/zuerich/").strip();
    assertThat(line).isNotEmpty().doesNotContain("\n");
    assertThat(guide()).contains(line);
  }

  @Test
  void copiesGoToUnitsThatTakeWhatPeopleSend() throws IOException {
    change("services/veranstaltung.yaml", "unit: entsorgung-recycling", "unit: abfall");
    assertThat(check()).contains("there is no unit “abfall”");
    change("services/veranstaltung.yaml", "unit: abfall", "unit: stadtpolizei");
    assertThat(check()).contains("the unit in charge gets everything and needs no copy");
    change("services/veranstaltung.yaml", "- unit: stadtpolizei", "- unit: schutz-und-rettung");
    assertThat(check()).contains("the unit “schutz-und-rettung” gets two copies");
    change(
        "organisation.yaml",
        "- id: schutz-und-rettung",
        "- id: schutz-und-rettung\n    status: test");
    assertThat(check()).contains("“schutz-und-rettung” only tries out its system");
  }

  private void change(String file, String from, String to) throws IOException {
    var path = city.resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  private void addService(String yaml) throws IOException {
    Files.writeString(city.resolve("services/parkbank-wuenschen.yaml"), yaml);
  }

  private String check() {
    var out = new ByteArrayOutputStream();
    CityCheck.check(city, new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }

  private static String fromTheGuide() throws IOException {
    var block = YAML.matcher(guide());
    assertThat(block.find()).isTrue();
    return block.group(1).stripIndent();
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("../docs/a-new-service.md"));
  }
}
