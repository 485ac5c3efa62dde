package ch.meinkonto.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.CopiedCity;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a city writes about its units' applications, right and wrong. */
class ApplicationsFileTest {

  private static final String FILE =
      """
      applications:
        - id: parkieren
          unit: steueramt
          name: Parkieren
          purpose: damit Sie parkieren können.
          redirect-uris: [ "https://parkieren.example/zurueck" ]
      """;

  @TempDir Path folder;
  private CopiedCity city;

  @BeforeEach
  void aCopyOfTheExampleCity() throws IOException {
    city = CopiedCity.into(folder);
    for (var service :
        List.of("steuern-verwalten", "meine-kinder", "musikunterricht", "mein-ewz")) {
      Files.move(file(service), folder.resolve(service + ".away"));
    }
  }

  private Path file(String service) {
    return folder.resolve("services").resolve(service + ".yaml");
  }

  @Test
  void aServiceLeadsOnlyIntoAnApplicationThatIsThereAndAsksForEnough() throws IOException {
    Files.move(folder.resolve("steuern-verwalten.away"), file("steuern-verwalten"));
    var application = FILE.replace("parkieren\n", "steuerkonto\n");

    write(FILE);
    assertThat(city.findings()).singleElement().matches(one -> one.message().contains("no such"));
    write(application);
    assertThat(city.findings())
        .singleElement()
        .matches(one -> one.message().contains("initiate-login"));
    write(application + "    initiate-login-uri: https://steuern.example/anmelden\n");
    assertThat(city.findings())
        .singleElement()
        .matches(one -> one.message().contains("asks for less"));
    write(
        application
            + "    initiate-login-uri: https://steuern.example/anmelden\n"
            + "    level: two-factors\n");
    assertThat(city.findings()).isEmpty();
  }

  @Test
  void theShortestOneAsksForNothingAndSignsWithItsUnitsKeys() throws IOException {
    write(FILE);
    var application = city.read().get(Applications.class).find("parkieren").orElseThrow();
    assertThat(application.details()).isEmpty();
    assertThat(application.level()).isEqualTo(Acr.LOGIN);
    assertThat(application.keys()).isNull();
    assertThat(application.pushedOnly()).isFalse();
  }

  @Test
  void aCityNeedsNoApplications() throws IOException {
    Files.delete(folder.resolve("sso.yaml"));
    assertThat(city.read().get(Applications.class).find("parkieren")).isEmpty();
  }

  @Test
  void keysStandInTheFileOrBesideIt() throws IOException {
    var key = key();
    write(FILE + "    jwks: " + new JWKSet(key.toPublicJWK()) + "\n");
    assertThat(keys().getKeyByKeyId("k1")).isEqualTo(key.toPublicJWK());

    Files.createDirectory(folder.resolve("sso"));
    Files.writeString(
        folder.resolve("sso/parkieren.jwks.json"), new JWKSet(key.toPublicJWK()).toString());
    write(FILE + "    jwks-file: sso/parkieren.jwks.json\n");
    assertThat(keys().getKeyByKeyId("k1")).isEqualTo(key.toPublicJWK());

    write(FILE + "    jwks: " + new JWKSet(key).toString(false) + "\n");
    assertThat(city.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.line()).isEqualTo(7);
          assertThat(finding.message()).contains("PRIVATE");
        });
  }

  @Test
  void mistakesAreSaidWithFileAndLine() throws IOException {
    write(
        """
        applications:
          - id: Parkieren!
            unit: gibtsnicht
            name: { de: Parkieren }
            redirect-uris: [ "http://parkieren.example/", "https://a.example/#x", "https://u@a.example/" ]
            scopes: [ profile, birthdate ]
            pushed-requests: immer
            level: hoch
            farbe: blau
        """);

    assertThat(city.findings())
        .allSatisfy(finding -> assertThat(finding.file()).isEqualTo(folder.resolve("sso.yaml")))
        .extracting(finding -> finding.line() + " " + finding.message())
        .anyMatch(said -> said.startsWith("2 an id has small letters"))
        .anyMatch(said -> said.startsWith("3 there is no unit “gibtsnicht”"))
        .anyMatch(said -> said.startsWith("4 ") && said.contains("“en”"))
        .anyMatch(said -> said.startsWith("5 an address is whole"))
        .anyMatch(said -> said.startsWith("6 the item must be one of: address, email"))
        .anyMatch(said -> said.startsWith("7 “pushed-requests” must be one of: optional, required"))
        .anyMatch(said -> said.startsWith("8 “level” must be one of"))
        .anyMatch(said -> said.startsWith("9 unknown key “farbe”"))
        .anyMatch(said -> said.contains("“purpose” is missing"));
  }

  @Test
  void anAddressFitsLetterByLetterAndOnThisMachineOnlyInTheDemo() {
    var registered =
        List.of(URI.create("https://a.example/back"), URI.create("http://localhost/back"));

    assertThat(Addresses.contain(registered, "https://a.example/back", false)).isTrue();
    assertThat(Addresses.contain(registered, "https://a.example/back/", false)).isFalse();
    assertThat(Addresses.contain(registered, "https://A.example/back", false)).isFalse();
    assertThat(Addresses.contain(registered, "http://localhost:4711/back", true)).isTrue();
    assertThat(Addresses.contain(registered, "http://localhost:4711/back", false)).isFalse();
    assertThat(Addresses.contain(registered, "http://localhost/back", false)).isFalse();
    assertThat(Addresses.contain(registered, "http://localhost:80@b.example/back", true)).isFalse();
  }

  private JWKSet keys() {
    return Objects.requireNonNull(
        city.read().get(Applications.class).find("parkieren").orElseThrow().keys());
  }

  private static JWK key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyID("k1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("sso.yaml"), text);
  }
}
