package ch.meinkonto.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.CopiedCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a city writes about its invoices, right and wrong. */
class CreditorFileTest {

  @TempDir Path folder;
  private CopiedCity city;

  @BeforeEach
  void aCopyOfTheExampleCity() throws IOException {
    city = CopiedCity.into(folder);
  }

  @Test
  void theExampleCitySaysWhomOnePays() {
    assertThat(creditor().orElseThrow().iban()).isEqualTo("CH4431999123000889012");
    assertThat(creditor().orElseThrow().days()).isEqualTo(30);
  }

  @Test
  void aCityNeedsNone() throws IOException {
    Files.delete(file());
    assertThat(creditor()).isEmpty();
  }

  @Test
  void everyMistakeIsNamedWithItsLine() throws IOException {
    var written = Files.readString(file());
    for (var mistake :
        Map.of(
                "CH44 3199 9123 0008 8901 2", "CH44 3199 9123 0008 8901 3",
                "iban: CH44 3199 9123 0008 8901 2", "iban: CH93 0076 2011 6238 5295 7",
                "days: 30", "days: 365",
                "street: Beispielstrasse", "street: " + "lang ".repeat(20),
                "  town: Zürich\n", "",
                "invoice:", "rechnung:")
            .entrySet()) {
      assertThat(written).contains(mistake.getKey());
      Files.writeString(file(), written.replace(mistake.getKey(), mistake.getValue()));
      assertThat(city.findings())
          .as(mistake.getValue())
          .isNotEmpty()
          .allMatch(one -> one.line() > 0);
    }
  }

  private Path file() {
    return folder.resolve("payment.yaml");
  }

  private Optional<Creditor> creditor() {
    return city.read().get(CreditorFile.Read.class).creditor();
  }
}
