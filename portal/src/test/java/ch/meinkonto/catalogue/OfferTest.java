package ch.meinkonto.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.directory.CityReader;
import ch.meinkonto.directory.CitySnapshot;
import ch.meinkonto.platform.yaml.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What a city writes about its services, right and wrong. */
class OfferTest {

  @TempDir Path folder;

  @BeforeEach
  void aCopyOfTheExampleCity() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("../city/zuerich"), folder);
  }

  @Test
  void theExampleCityOffersWhatItsFolderHolds() throws IOException {
    try (var files = Files.list(folder.resolve("services"))) {
      assertThat(read().get(Offer.class).services()).hasSize((int) files.count());
    }
  }

  @Test
  void lifeSituationsWithoutServicesAreNotShown() {
    var offer = read().get(Offer.class);
    assertThat(offer.situations())
        .isNotEmpty()
        .allSatisfy(situation -> assertThat(offer.in(situation.id())).isNotEmpty());
  }

  @Test
  void lettersFollowTheAlphabetAndUmlautsStandWithTheirLetter() {
    var letters = Letter.of(read().get(Offer.class).services(), Locale.GERMAN);
    assertThat(letters).hasSizeGreaterThanOrEqualTo(26);
    assertThat(letters.stream().mapToInt(letter -> letter.services().size()).sum())
        .isEqualTo(read().get(Offer.class).services().size());
    assertThat(Collator.getInstance(Locale.GERMAN).compare("Ämter", "Bus")).isNegative();
  }

  @Test
  void anOldIdLeadsToTheServiceUnderItsNewOne() throws IOException {
    var file = aService();
    Files.writeString(file, Files.readString(file) + "\naliases: [frueher-so]\n");
    assertThat(read().get(Offer.class).renamed(new ServiceId("frueher-so"))).isPresent();
  }

  @Test
  void mistakesAreSaidWithFileAndLine() throws IOException {
    var file = aService();
    var text = Files.readString(file);
    Files.writeString(
        file,
        text.replaceFirst("(?m)^unit: .*$", "unit: gibtsnicht")
                .replaceFirst("(?m)^level: .*$", "level: ganz-hoch")
                .replaceFirst("(?m)^id: .*$", "id: anders")
                .replaceFirst("(?m)^life-situations: .*$", "life-situations: [mondreisen]")
            + "\nunbekannt: ja\n");
    assertThat(findings())
        .allSatisfy(finding -> assertThat(finding.line()).isPositive())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("gibtsnicht"))
        .anyMatch(message -> message.contains("one of: login, none, two-factors"))
        .anyMatch(message -> message.contains("must be called anders.yaml"))
        .anyMatch(message -> message.contains("mondreisen"))
        .anyMatch(message -> message.contains("unbekannt"));
  }

  @Test
  void whatAServiceSaysAboutItsActivationIsRead() throws IOException {
    withActivation(
        """
        activation:
          why: { de: "Damit nur Sie es sehen.", en: "So that only you see it." }
          letter: "Im Brief."
          order:
            arrives: "Bald."
            asks:
              - { id: nummer, name: "Nummer", digits: 8 }
              - { id: name, name: "Name" }
        """);
    var activation =
        read().get(Offer.class).services().stream()
            .filter(service -> service.id().value().equals("wohnsitzbestaetigung"))
            .findFirst()
            .orElseThrow()
            .activation();
    assertThat(requireNonNull(activation).why().in(Locale.ENGLISH))
        .isEqualTo("So that only you see it.");
    var order = requireNonNull(activation.order());
    assertThat(order.asks()).extracting(Activation.Detail::id).containsExactly("nummer", "name");
    assertThat(order.asks().getFirst().fits("12 34.56-78")).isTrue();
    assertThat(order.asks().getFirst().fits("1234567")).isFalse();
    assertThat(order.asks().getLast().fits("Zähler")).isTrue();
  }

  @Test
  void mistakesInAnActivationAreSaid() throws IOException {
    withActivation(
        """
        activation:
          why: { de: "Nur deutsch" }
          briefe: ja
          order:
            arrives: "Bald."
            asks:
              - { id: nummer, name: "Nummer", digits: 99 }
              - { id: nummer, name: "Noch einmal" }
        """);
    assertThat(findings())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("no text in the language “en”"))
        .anyMatch(message -> message.contains("unknown key “briefe”"))
        .anyMatch(message -> message.contains("“letter” is missing"))
        .anyMatch(message -> message.contains("a whole number from 1 to 30"))
        .anyMatch(message -> message.contains("each with an id of its own"));
  }

  @Test
  void withoutALoginNobodyIsActivated() throws IOException {
    var file = folder.resolve("services/fundsache.yaml");
    Files.writeString(
        file, Files.readString(file) + "\nactivation: { why: \"x\", letter: \"y\" }\n");
    assertThat(findings())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("a service with “activation” has a login"));
  }

  @Test
  void whoBooksMayHaveToBeActivated() throws IOException {
    var file = folder.resolve("services/sportkurse.yaml");
    Files.writeString(
        file, Files.readString(file) + "\nactivation: { why: \"x\", letter: \"y\" }\n");
    assertThat(read().get(Offer.class).services())
        .filteredOn(service -> service.activation() != null)
        .extracting(service -> service.id().value())
        .contains("sportkurse");
  }

  @Test
  void whoseAccountsAServiceIsForIsSaidOfFormsWithALogin() throws IOException {
    var file = folder.resolve("services/wohnsitzbestaetigung.yaml");
    var text = Files.readString(file);
    Files.writeString(file, text + "\naccount: business\n");
    assertThat(read().get(Offer.class).services())
        .filteredOn(service -> service.audience() != Audience.EVERYBODY)
        .extracting(service -> service.id() + " " + service.audience())
        .contains("wohnsitzbestaetigung BUSINESS");
    Files.writeString(file, text + "\naccount: both\n");
    assertThat(findings())
        .extracting(Finding::message)
        .containsExactly("“account” must be one of: business, private");
    Files.writeString(file, text.replaceFirst("(?m)^level: .*$", "level: none\naccount: private"));
    assertThat(findings())
        .extracting(Finding::message)
        .contains("a service with “account” has a login, and “reach: form”");
  }

  private void withActivation(String activation) throws IOException {
    var file = folder.resolve("services/wohnsitzbestaetigung.yaml");
    Files.writeString(file, Files.readString(file) + "\n" + activation);
  }

  @Test
  void aLinkInATextMustGoSomewhereSafe() throws IOException {
    var file = aService();
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst("(?m)^about:\\s*$", "about: \"[x](javascript:y)\"\nzuviel:"));
    assertThat(findings())
        .extracting(Finding::message)
        .anyMatch(text -> text.contains("a link goes"));
  }

  private Path aService() throws IOException {
    try (var files = Files.list(folder.resolve("services"))) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  private CitySnapshot read() {
    return switch (CityReader.ofAllModules().read(folder)) {
      case CityReader.Result.Read(var city) -> city;
      case CityReader.Result.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  private List<Finding> findings() {
    return switch (CityReader.ofAllModules().read(folder)) {
      case CityReader.Result.Read(var city) -> throw new AssertionError("no findings: " + city);
      case CityReader.Result.Refused(var findings) -> findings;
    };
  }
}
