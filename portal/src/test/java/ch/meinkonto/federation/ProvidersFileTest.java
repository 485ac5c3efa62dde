package ch.meinkonto.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.directory.CityReader;
import ch.meinkonto.directory.CitySnapshot;
import ch.meinkonto.login.Assurance;
import ch.meinkonto.platform.yaml.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What a city writes about logins from outside, right and wrong. */
class ProvidersFileTest {

  private static final String FILE =
      """
      providers:
        - id: agov
          name: AGOV
          issuer: "https://agov.example"
          client-id: stadt
          levels:
            "urn:loa:100": login
            "urn:loa:200": two-factors
      """;

  @TempDir Path folder;

  @BeforeEach
  void aCopyOfTheExampleCity() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("../city/zuerich"), folder);
  }

  @Test
  void whatIsWrittenCountsAndNothingElse() throws IOException {
    write(FILE);
    var provider = read().get(ProvidersFile.Providers.class).all().getFirst();

    assertThat(findings()).isEmpty();
    assertThat(provider.level("urn:loa:200")).contains(Assurance.TWO_FACTORS);
    assertThat(provider.level("urn:loa:300")).isEmpty();
    assertThat(provider.level(null)).isEmpty();
    assertThat(provider.wished(true)).containsExactly("urn:loa:200");
  }

  @Test
  void aCityNeedsNone() throws IOException {
    Files.delete(folder.resolve("identity.yaml"));
    assertThat(read().get(ProvidersFile.Providers.class).all()).isEmpty();
  }

  @Test
  void everyMistakeIsNamedWithItsLine() throws IOException {
    for (var mistake :
        Map.of(
                "https://agov.example", "http://agov.example",
                "client-id: stadt", "client-id: \"die stadt\"",
                "two-factors", "sehr-sicher",
                "\"urn:loa:100\"", "\"urn loa 100\"",
                "id: agov", "id: \"A Gov\"",
                "    name: AGOV\n", "")
            .entrySet()) {
      write(FILE.replace(mistake.getKey(), mistake.getValue()));
      assertThat(findings())
          .as(mistake.getValue())
          .singleElement()
          .matches(finding -> finding.line() > 0);
    }
    write(FILE.replaceAll("levels:(.*\n)+", "levels: {}\n"));
    assertThat(findings()).singleElement().matches(one -> one.message().contains("at least one"));
    write(FILE + FILE.substring(FILE.indexOf('\n') + 1));
    assertThat(findings()).singleElement().matches(one -> one.message().contains("already"));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("identity.yaml"), text);
  }

  private CitySnapshot read() {
    return switch (CityReader.ofAllModules().read(folder)) {
      case CityReader.Result.Read(var city) -> city;
      case CityReader.Result.Refused(var findings) -> throw new AssertionError(findings);
    };
  }

  private List<Finding> findings() {
    return switch (CityReader.ofAllModules().read(folder)) {
      case CityReader.Result.Read _ -> List.of();
      case CityReader.Result.Refused(var findings) -> findings;
    };
  }
}
