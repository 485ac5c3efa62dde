package ch.meinkonto.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.Opening.Damage;
import ch.meinkonto.contract.Opening.Damaged;
import ch.meinkonto.contract.Opening.NotForUs;
import ch.meinkonto.contract.Opening.Opened;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealingTest {

  private static final ECKey EC = Keys.ecSealing("ec-1");
  private static final RSAKey RSA = Keys.rsaSealing("rsa-1");
  private static final Opening OPENING = Opening.with(new JWKSet(List.of(EC, RSA)));
  private static final SubmissionId REF = new SubmissionId(UUID.randomUUID());

  static List<JWK> keys() {
    return List.of(EC, RSA);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void givesBackWhatWasSealedWhateverItsLength(JWK key) {
    Random random = new Random(7);
    Sealing sealing = Sealing.forKey(key.toPublicJWK());
    for (int length : new int[] {0, 1, 2, 3, 15, 16, 17, 255, 4096, 300_001}) {
      byte[] content = new byte[length];
      random.nextBytes(content);
      SealedPart part = sealing.seal("attachment-1", "image/png", content, REF);
      assertThat(OPENING.open(part.jwe(), "attachment-1", REF))
          .isInstanceOfSatisfying(
              Opened.class,
              opened -> {
                assertThat(opened.content()).isEqualTo(content);
                assertThat(opened.mediaType()).isEqualTo("image/png");
                assertThat(opened.tag()).isEqualTo(part.tag());
              });
      assertThat(part.bytes()).hasSize((int) part.size());
    }
  }

  @Test
  void sealsTheSameContentDifferentlyEachTime() {
    assertThat(sealed(EC).jwe()).isNotEqualTo(sealed(EC).jwe());
    assertThat(sealed(EC).tag()).isNotEqualTo(sealed(EC).tag());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void noticesEveryChangedCharacterInEverySegment(JWK key) {
    String jwe = sealed(key).jwe();
    for (int i = 0; i < jwe.length(); i++) {
      if (jwe.charAt(i) == '.') {
        continue;
      }
      for (char other : new char[] {'A', 'Q', '_', '+', '='}) {
        if (jwe.charAt(i) != other) {
          String changed = jwe.substring(0, i) + other + jwe.substring(i + 1);
          assertThat(OPENING.open(changed, Part.DATA, REF))
              .as("character %d changed to %s", i, other)
              .isNotInstanceOf(Opened.class);
        }
      }
    }
  }

  @Test
  void sharesAnEphemeralKeyWithinASubmissionOnlyAndNeverAContentKey() throws Exception {
    Sealing sealing = Sealing.forKey(EC.toPublicJWK());
    Sealing.Submission submission = sealing.forSubmission(REF);
    var one = JWEObject.parse(submission.seal("attachment-1", "a/b", new byte[9]).jwe());
    var two = JWEObject.parse(submission.seal("attachment-2", "a/b", new byte[9]).jwe());
    var other = JWEObject.parse(sealing.seal("attachment-1", "a/b", new byte[9], REF).jwe());
    ECKey ephemeral = (ECKey) one.getHeader().getEphemeralPublicKey();
    assertThat(two.getHeader().getEphemeralPublicKey()).isEqualTo(ephemeral);
    assertThat(other.getHeader().getEphemeralPublicKey()).isNotEqualTo(ephemeral);
    assertThat(ephemeral.isPrivate()).isFalse();
    assertThat(one.getEncryptedKey()).isNotEqualTo(two.getEncryptedKey());
    assertThat(one.getIV()).isNotEqualTo(two.getIV());
    assertThat(one.getCipherText()).isNotEqualTo(two.getCipherText());
    for (var part : List.of(one, two)) {
      String name = (String) part.getHeader().getCustomParam("part");
      assertThat(OPENING.open(part.serialize(), name, REF)).isInstanceOf(Opened.class);
    }
  }

  @Test
  void noticesLeftOverBitsAtTheEndOfTheTag() {
    String jwe = sealed(EC).jwe();
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(jwe.charAt(jwe.length() - 1));
    String twin = jwe.substring(0, jwe.length() - 1) + alphabet.charAt(last | 1);
    assertThat(OPENING.open(twin, Part.DATA, REF)).isEqualTo(new Damaged(Damage.NOT_A_JWE));
  }

  @Test
  void noticesTruncationAndAdditions() {
    String jwe = sealed(EC).jwe();
    for (String changed :
        List.of(
            "",
            ".",
            "....",
            jwe.substring(0, jwe.length() - 1),
            jwe + "A",
            jwe + ".",
            jwe + "." + "AAAA",
            jwe + "\n",
            " " + jwe,
            jwe.replaceFirst("\\.[^.]+\\.", ".."))) {
      assertThat(OPENING.open(changed, Part.DATA, REF)).isNotInstanceOf(Opened.class);
    }
  }

  @Test
  void refusesAPartInThePlaceOfAnother() {
    assertThat(OPENING.open(sealed(EC).jwe(), Part.METADATA, REF))
        .isEqualTo(new Damaged(Damage.OTHER_PART));
  }

  @Test
  void refusesAPartOfAnotherSubmission() {
    SubmissionId other = new SubmissionId(UUID.randomUUID());
    assertThat(OPENING.open(sealed(EC).jwe(), Part.DATA, other))
        .isEqualTo(new Damaged(Damage.OTHER_SUBMISSION));
  }

  @Test
  void saysWhichKeyWouldHaveBeenNeeded() {
    assertThat(OPENING.open(sealed(Keys.ecSealing("theirs")).jwe(), Part.DATA, REF))
        .isEqualTo(new NotForUs("theirs"));
  }

  @Test
  void refusesAForeignKeyUnderOurName() {
    assertThat(OPENING.open(sealed(Keys.ecSealing("ec-1")).jwe(), Part.DATA, REF))
        .isEqualTo(new Damaged(Damage.AUTHENTICATION));
    assertThat(OPENING.open(sealed(Keys.rsaSealing("rsa-1")).jwe(), Part.DATA, REF))
        .isEqualTo(new Damaged(Damage.AUTHENTICATION));
  }

  @Test
  void refusesOtherAlgorithmsThoughTheKeyFits() throws Exception {
    var gcm128 = com.nimbusds.jose.EncryptionMethod.A128GCM;
    var gcm256 = com.nimbusds.jose.EncryptionMethod.A256GCM;
    var direct = com.nimbusds.jose.JWEAlgorithm.ECDH_ES;
    var wrapped = com.nimbusds.jose.JWEAlgorithm.ECDH_ES_A256KW;
    var deflate = com.nimbusds.jose.CompressionAlgorithm.DEF;
    for (var header :
        List.of(
            new com.nimbusds.jose.JWEHeader.Builder(wrapped, gcm128),
            new com.nimbusds.jose.JWEHeader.Builder(direct, gcm256),
            new com.nimbusds.jose.JWEHeader.Builder(wrapped, gcm256)
                .compressionAlgorithm(deflate))) {
      var jwe =
          new com.nimbusds.jose.JWEObject(
              header
                  .keyID("ec-1")
                  .customParam("ref", REF.toString())
                  .customParam("part", Part.DATA)
                  .build(),
              new com.nimbusds.jose.Payload("{}"));
      jwe.encrypt(new com.nimbusds.jose.crypto.ECDHEncrypter(EC.toECPublicKey()));
      assertThat(OPENING.open(jwe.serialize(), Part.DATA, REF))
          .isNotInstanceOf(Opened.class)
          .isInstanceOf(Damaged.class);
    }
  }

  @Test
  void refusesWhatIsTooLarge() {
    Opening small = Opening.with(new JWKSet(EC), 100);
    assertThat(small.open(sealed(EC).jwe(), Part.DATA, REF))
        .isEqualTo(new Damaged(Damage.TOO_LARGE));
  }

  @Test
  void sealsOnlyForKeysThatAreGoodEnough() throws Exception {
    assertThatThrownBy(() -> Sealing.forKey(Keys.ecSigning("sig")))
        .hasMessageContaining("use must be enc");
    JWK p384 =
        new com.nimbusds.jose.jwk.gen.ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_384)
            .keyID("p384")
            .generate();
    assertThatThrownBy(() -> Sealing.forKey(p384)).hasMessageContaining("P-256");
    JWK small = new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048).keyID("small").generate();
    assertThatThrownBy(() -> Sealing.forKey(small)).hasMessageContaining("3072 bits");
    JWK nameless =
        new com.nimbusds.jose.jwk.gen.ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_256).generate();
    assertThatThrownBy(() -> Sealing.forKey(nameless)).hasMessageContaining("kid");
  }

  private static SealedPart sealed(JWK key) {
    return Sealing.seal(
        Part.DATA, "application/json", "{\"a\":1}".getBytes(UTF_8), key.toPublicJWK(), REF);
  }
}
