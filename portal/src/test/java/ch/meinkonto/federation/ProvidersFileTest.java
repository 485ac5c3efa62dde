package ch.meinkonto.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.login.Assurance;
import ch.meinkonto.testing.CopiedCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  private CopiedCity city;

  @BeforeEach
  void aCopyOfTheExampleCity() throws IOException {
    city = CopiedCity.into(folder);
  }

  @Test
  void whatIsWrittenCountsAndNothingElse() throws IOException {
    write(FILE);
    var provider = city.read().get(ProvidersFile.Providers.class).all().getFirst();

    assertThat(city.findings()).isEmpty();
    assertThat(provider.level("urn:loa:200")).contains(Assurance.TWO_FACTORS);
    assertThat(provider.level("urn:loa:300")).isEmpty();
    assertThat(provider.level(null)).isEmpty();
    assertThat(provider.wished(true)).containsExactly("urn:loa:200");
  }

  @Test
  void aCityNeedsNone() throws IOException {
    Files.delete(folder.resolve("identity.yaml"));
    assertThat(city.read().get(ProvidersFile.Providers.class).all()).isEmpty();
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
      assertThat(city.findings())
          .as(mistake.getValue())
          .singleElement()
          .matches(finding -> finding.line() > 0);
    }
    write(FILE.replaceAll("levels:(.*\n)+", "levels: {}\n"));
    assertThat(city.findings())
        .singleElement()
        .matches(one -> one.message().contains("at least one"));
    write(FILE + FILE.substring(FILE.indexOf('\n') + 1));
    assertThat(city.findings()).singleElement().matches(one -> one.message().contains("already"));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("identity.yaml"), text);
  }
}
