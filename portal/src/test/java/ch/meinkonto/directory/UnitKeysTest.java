package ch.meinkonto.directory;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.TickingClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit hands in its public keys, changes them, and makes mistakes. */
class UnitKeysTest {

  private static final UnitId UNIT = new UnitId("bauamt");

  @TempDir Path folder;
  private final TickingClock clock = new TickingClock();

  @Test
  void theSealingKeyIsTheOneIssuedLast() throws Exception {
    write(
        ec("new", KeyUse.ENCRYPTION, Duration.ZERO),
        ec("old", KeyUse.ENCRYPTION, Duration.ofDays(-30)),
        ec("signs", KeyUse.SIGNATURE, Duration.ZERO));
    var keys = new UnitKeys(folder, clock);
    assertThat(keys.sealingKey(UNIT)).map(JWK::getKeyID).contains("new");
    assertThat(keys.keys(UNIT).orElseThrow().size()).isEqualTo(3);
    assertThat(keys.findings()).isEmpty();
  }

  @Test
  void anExpiredKeySealsNoMore() throws Exception {
    var soon = Date.from(clock.instant().plus(Duration.ofHours(1)));
    write(
        ec("stays", KeyUse.ENCRYPTION, Duration.ofDays(-30)),
        new ECKeyGenerator(Curve.P_256)
            .keyID("ends")
            .keyUse(KeyUse.ENCRYPTION)
            .issueTime(Date.from(clock.instant()))
            .expirationTime(soon)
            .generate()
            .toPublicJWK());
    var keys = new UnitKeys(folder, clock);
    assertThat(keys.sealingKey(UNIT)).map(JWK::getKeyID).contains("ends");
    clock.tick(Duration.ofHours(2));
    assertThat(keys.sealingKey(UNIT)).map(JWK::getKeyID).contains("stays");
  }

  @Test
  void aPrivateKeyIsRefusedLoudlyAndTheLastGoodKeysServe() throws Exception {
    write(ec("good", KeyUse.ENCRYPTION, Duration.ZERO));
    var keys = new UnitKeys(folder, clock);
    var secret = new ECKeyGenerator(Curve.P_256).keyID("s").keyUse(KeyUse.ENCRYPTION).generate();
    Files.writeString(
        folder.resolve("bauamt.jwks.json"),
        new JWKSet(secret).toString(/* publicKeysOnly= */ false));
    keys.reload();
    assertThat(keys.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("PRIVATE", "burnt"));
    assertThat(keys.sealingKey(UNIT)).map(JWK::getKeyID).contains("good");
  }

  @Test
  void whatMustNotBeUsedIsRefused() throws Exception {
    assertRefused(
        "twice",
        ec("a", KeyUse.ENCRYPTION, Duration.ZERO),
        ec("a", KeyUse.SIGNATURE, Duration.ZERO));
    assertRefused(
        "no kid",
        new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).generate().toPublicJWK());
    assertRefused("use", new ECKeyGenerator(Curve.P_256).keyID("a").generate().toPublicJWK());
    assertRefused(
        "P-256",
        new ECKeyGenerator(Curve.P_384)
            .keyID("a")
            .keyUse(KeyUse.SIGNATURE)
            .generate()
            .toPublicJWK());
    assertRefused(
        "RSA with at least 3072 bits",
        new RSAKeyGenerator(2048).keyID("a").keyUse(KeyUse.SIGNATURE).generate().toPublicJWK());
    RSAKey rsa =
        new RSAKeyGenerator(3072)
            .keyID("a")
            .keyUse(KeyUse.ENCRYPTION)
            .algorithm(com.nimbusds.jose.JWEAlgorithm.RSA_OAEP_512)
            .generate()
            .toPublicJWK();
    assertRefused("only be for RSA-OAEP-256", rsa);
  }

  @Test
  void nonsenseAndWrongNamesAreRefused() throws IOException {
    Files.writeString(folder.resolve("bauamt.jwks.json"), "{}}");
    Files.writeString(folder.resolve("Bau Amt.jwks.json"), "{\"keys\":[]}");
    Files.writeString(folder.resolve("bauamt.push.json"), "{\"url\":\"http://example.org/x\"}");
    assertThat(new UnitKeys(folder, clock).findings()).hasSize(3);
  }

  @Test
  void aPushGoesWhereTheUnitSays() throws IOException {
    Files.writeString(folder.resolve("bauamt.push.json"), "{\"url\":\"https://bau.example/in\"}");
    Files.writeString(folder.resolve("werkhof.push.json"), "{\"url\":\"http://127.0.0.1:9/in\"}");
    var keys = new UnitKeys(folder, clock);
    assertThat(keys.pushTo(UNIT)).contains(URI.create("https://bau.example/in"));
    assertThat(keys.pushTo(new UnitId("werkhof"))).isPresent();
    assertThat(keys.findings()).isEmpty();
  }

  @Test
  void aFolderThatComesLaterIsRead() throws Exception {
    var later = folder.resolve("later");
    var keys = new UnitKeys(later, clock);
    assertThat(keys.sealingKey(UNIT)).isEmpty();
    Files.createDirectory(later);
    Files.writeString(
        later.resolve("bauamt.jwks.json"),
        new JWKSet(ec("a", KeyUse.ENCRYPTION, Duration.ZERO)).toString());
    keys.reload();
    assertThat(keys.sealingKey(UNIT)).isPresent();
  }

  private void assertRefused(String reason, JWK... keys) throws IOException {
    write(keys);
    var read = new UnitKeys(folder, clock);
    assertThat(read.keys(UNIT)).isEmpty();
    assertThat(read.findings()).anyMatch(finding -> finding.message().contains(reason));
  }

  private JWK ec(String id, KeyUse use, Duration age) throws JOSEException {
    return new ECKeyGenerator(Curve.P_256)
        .keyID(id)
        .keyUse(use)
        .issueTime(Date.from(clock.instant().plus(age)))
        .generate()
        .toPublicJWK();
  }

  private void write(JWK... keys) throws IOException {
    Files.writeString(folder.resolve("bauamt.jwks.json"), new JWKSet(List.of(keys)).toString());
  }
}
