package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.directory.CityReader;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Forms for tests: small ones from text, and all of the example city. */
final class SampleForms {

  static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 24, 10, 0, 0, 0, ZoneId.of("Europe/Zurich"));

  private static final Path SERVICES = Path.of("../city/zuerich/services");

  /** The units of the example city. */
  static final List<Unit> UNITS = units();

  private SampleForms() {}

  private static List<Unit> units() {
    return switch (CityReader.ofAllModules().read(Path.of("../city/zuerich"))) {
      case CityReader.Result.Read(var city) -> city.get(Organisation.class).units();
      case CityReader.Result.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  static Form of(String yaml) {
    var findings = new Findings();
    var form = read(yaml, findings);
    assertThat(findings.toString()).isEmpty();
    return form.orElseThrow();
  }

  static Optional<Form> read(String yaml, Findings findings) {
    return read(yaml, UNITS, findings);
  }

  static Optional<Form> read(String yaml, List<Unit> units, Findings findings) {
    var node = YamlFile.parse(Path.of("test.yaml"), yaml, findings);
    return FormReader.read(node, new ServiceHeader("test", 1, Languages.of("de"), units));
  }

  static List<Path> files() throws IOException {
    try (var files = Files.list(SERVICES)) {
      return files.filter(SampleForms::hasForm).sorted().toList();
    }
  }

  private static boolean hasForm(Path file) {
    return YamlFile.read(file, new Findings()).at("form").isPresent();
  }

  static List<Form> ofTheCity() throws IOException {
    return files().stream().map(SampleForms::ofTheCity).toList();
  }

  static Form ofTheCity(Path file) {
    var findings = new Findings();
    var node = YamlFile.read(file, findings);
    var id = file.getFileName().toString().replace(".yaml", "");
    var header = new ServiceHeader(id, 1, Languages.of("de", "en"), UNITS);
    var form = FormReader.read(node, header);
    assertThat(findings.toString()).isEmpty();
    return form.orElseThrow();
  }
}
