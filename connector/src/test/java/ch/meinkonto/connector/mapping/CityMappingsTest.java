package ch.meinkonto.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates of the example city, with their examples. */
class CityMappingsTest {

  @TempDir private Path root;

  static Stream<Path> units() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("../city/zuerich/mapping"))) {
      return folders.toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("units")
  void areInOrder(Path unit) throws IOException {
    Path file = root.resolve("unit.yaml");
    Files.writeString(file, "mapping: " + unit.toAbsolutePath() + "\n");
    Findings findings = new Findings(file);
    Mappings mappings =
        Mappings.read(
            YamlFile.read(file, new Placeholders(_ -> Optional.empty()), findings).orElseThrow());

    assertThat(findings.all()).isEmpty();
    assertThat(mappings.templates()).isNotEmpty();
  }
}
